import type { Matter } from '../medadvokat/matter.ts'

type Ways = Matter['endings'][number]['ways']
const sued: Ways = [['first_instance'], ['first_instance', 'appeal'], ['first_instance', 'appeal']]
const toTheEnd: Ways = [['first_instance', 'appeal'], ['first_instance', 'appeal', 'enforcement'], ['first_instance', 'enforcement']]
const contested: Ways = [['first_instance', 'appeal'], ['first_instance', 'appeal', 'cassation']]
const agreed: Ways = [['pre_trial'], ['first_instance']]

export const civilMatters: Matter[] = [
  { key: 'sick_leave', kind: 'civil', weight: 6, topic: 2, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 1, who: 'anyone', needs: 'labour', side: 'claims', dispute: 'reinstatement',
    against: '{employer}', summary: 'Восстановление на работе и оплата вынужденного прогула: уволен за прогул в период временной нетрудоспособности. Лист нетрудоспособности сдан в кадры. Работодатель: {employer}.', effect: 'forced_absence_pay',
    endings: [
      { outcome: 'won', weight: 5, ways: toTheEnd, said: 'Восстановлен на работе, взыскана оплата вынужденного прогула, решение исполнено.', inMoney: true },
      { outcome: 'partly_won', weight: 2, ways: contested, said: 'Восстановлен, оплата вынужденного прогула взыскана за три месяца из шести.', inMoney: true },
      { outcome: 'settled', weight: 3, ways: agreed, said: 'Мировое соглашение: приказ отменён, увольнение переоформлено по соглашению с компенсацией.', inMoney: true },
      { outcome: 'lost', weight: 1, ways: contested, said: 'В иске отказано: суд применил пропуск срока по ходатайству ответчика.' },
    ] },
  { key: 'dismissal', kind: 'civil', weight: 6, topic: 2, words: { ru: 1 }, role: 'plaintiff', most: 2, who: 'anyone', needs: 'labour', side: 'claims', dispute: 'reinstatement',
    against: '{employer}', summary: 'Оспаривается увольнение за неоднократные нарушения: взысканий до приказа не было, объяснения не истребованы. Работодатель: {employer}.', effect: 'forced_absence_pay',
    endings: [
      { outcome: 'won', weight: 5, ways: toTheEnd, said: 'Приказ признан незаконным, член профсоюза восстановлен, прогул оплачен.', inMoney: true },
      { outcome: 'settled', weight: 3, ways: agreed, said: 'Спор закончен медиацией: увольнение отменено, выдана справка о стаже.' },
      { outcome: 'lost', weight: 1, ways: contested, said: 'Увольнение признано законным, кассационная жалоба не удовлетворена.' },
      { outcome: 'withdrawn', weight: 1, ways: [['first_instance']], said: 'Истец отозвал иск: принят на работу в другую организацию.' },
    ] },
  { key: 'redundancy', kind: 'civil', weight: 4, topic: 3, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 3, who: 'anyone', needs: 'labour', side: 'claims', dispute: 'reinstatement',
    against: '{employer}', summary: 'Сокращение при одновременном приёме на ту же должность, преимущественное право не проверялось. Работодатель: {employer}.', effect: 'recovered',
    endings: [
      { outcome: 'won', weight: 3, ways: sued, said: 'Сокращение признано незаконным, ставки восстановлены.', inMoney: true },
      { outcome: 'settled', weight: 3, ways: agreed, said: 'Предложена равнозначная должность, подписано соглашение.' },
      { outcome: 'partly_won', weight: 2, ways: sued, said: 'В восстановлении отказано, взыскана компенсация за неуведомление.', inMoney: true },
      { outcome: 'lost', weight: 1, ways: contested, said: 'В иске отказано: сокращение штата подтверждено документами.' },
    ] },
  { key: 'reprimand', kind: 'civil', weight: 6, topic: 1, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 3, who: 'medics', needs: 'labour', side: 'claims', dispute: 'other',
    against: '{employer}', summary: 'Отмена дисциплинарного взыскания: объяснительная взята после издания приказа, срок привлечения пропущен. Работодатель: {employer}.', effect: 'penalty_cancelled',
    endings: [
      { outcome: 'won', weight: 6, ways: sued, said: 'Взыскание отменено, удержанная премия возвращена.', inMoney: true },
      { outcome: 'settled', weight: 3, ways: agreed, said: 'Работодатель сам отменил приказ до решения суда.' },
      { outcome: 'lost', weight: 1, ways: contested, said: 'Взыскание оставлено в силе.' },
    ] },
  { key: 'severe_reprimand', kind: 'civil', weight: 3, topic: 1, words: { ru: 2, kk: 1 }, role: 'plaintiff', most: 1, who: 'medics', needs: 'labour', side: 'claims', dispute: 'other',
    against: '{employer}', summary: 'Строгий выговор по жалобе пациента, служебное расследование проведено без участия работника. Работодатель: {employer}.', effect: 'penalty_cancelled',
    endings: [
      { outcome: 'won', weight: 4, ways: sued, said: 'Приказ о строгом выговоре признан незаконным.', inMoney: true },
      { outcome: 'partly_won', weight: 2, ways: sued, said: 'Строгий выговор заменён замечанием.' },
      { outcome: 'lost', weight: 1, ways: contested, said: 'В иске отказано, вина подтверждена заключением комиссии.' },
    ] },
  { key: 'transfer', kind: 'civil', weight: 3, topic: 4, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 2, who: 'medics', needs: 'labour', side: 'claims', dispute: 'other',
    against: '{employer}', summary: 'Перевод в другое отделение без письменного согласия и уведомления за 15 дней. Работодатель: {employer}.', effect: 'recovered',
    endings: [
      { outcome: 'won', weight: 3, ways: sued, said: 'Перевод признан незаконным, прежние условия труда восстановлены, разница в оплате выплачена.', inMoney: true },
      { outcome: 'settled', weight: 3, ways: agreed, said: 'Подписано соглашение о возвращении в отделение.' },
    ] },
  { key: 'underpaid', kind: 'civil', weight: 5, topic: 15, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 5, who: 'medics', needs: 'labour', side: 'claims', dispute: 'other',
    against: '{employer}', summary: 'Взыскание недоплаченного за ночные и праздничные смены, расчёт подготовлен бухгалтером профсоюза. Работодатель: {employer}.', effect: 'recovered',
    endings: [
      { outcome: 'won', weight: 4, ways: toTheEnd, said: 'Недоплата взыскана полностью, деньги перечислены.', inMoney: true },
      { outcome: 'partly_won', weight: 3, ways: sued, said: 'Взыскано за последний год, за ранний период применён срок давности.', inMoney: true },
      { outcome: 'settled', weight: 2, ways: agreed, said: 'Работодатель признал требование и выплатил по графику.', inMoney: true },
      { outcome: 'lost', weight: 1, ways: contested, said: 'В иске отказано: табели подтвердили другой учёт времени.' },
    ] },
  { key: 'agreement', kind: 'civil', weight: 3, topic: 7, words: { ru: 2 }, role: 'plaintiff', most: 5, who: 'anyone', needs: 'labour', side: 'claims', dispute: 'other',
    against: '{employer}', summary: 'Пособие на оздоровление по коллективному договору не выплачивается с начала года. Работодатель ссылается на отсутствие экономии. {employer}.', effect: 'recovered',
    endings: [
      { outcome: 'won', weight: 3, ways: sued, said: 'Пособие на оздоровление взыскано, пункт коллективного договора исполняется.', inMoney: true },
      { outcome: 'settled', weight: 3, ways: agreed, said: 'Подписан график выплат, иск отозван по соглашению.', inMoney: true },
    ] },
  { key: 'patient', kind: 'civil', weight: 6, topic: 11, words: { ru: 1, kk: 1 }, role: 'defendant', others: 'third_party', most: 2, who: 'doctors', needs: 'civil', side: 'answers',
    against: 'Пациент {person}', summary: 'Иск пациента о компенсации морального вреда лично к врачу, работодатель не привлечён ({employer}). Нужны отзыв, ходатайство о замене ответчика и экспертиза.',
    endings: [
      { outcome: 'won', weight: 4, ways: sued, said: 'В иске к члену профсоюза отказано полностью.' },
      { outcome: 'partly_won', weight: 3, ways: contested, said: 'Размер компенсации снижен в пять раз, ответственность возложена на работодателя.' },
      { outcome: 'settled', weight: 2, ways: agreed, said: 'Мировое соглашение без выплат со стороны члена профсоюза.' },
      { outcome: 'lost', weight: 1, ways: contested, said: 'Компенсация взыскана, решение вступило в силу.' },
    ] },
  { key: 'honour', kind: 'civil', weight: 3, topic: 12, words: { ru: 1, kk: 1 }, role: 'plaintiff', most: 1, who: 'medics', needs: 'civil', side: 'claims',
    against: '{person}', summary: 'Защита чести и деловой репутации: видео с приёма выложено с оскорбительной подписью. Место работы: {employer}.',
    endings: [
      { outcome: 'won', weight: 3, ways: sued, said: 'Сведения признаны порочащими, ответчик опубликовал опровержение.' },
      { outcome: 'settled', weight: 2, ways: agreed, said: 'Видео удалено, ответчик принёс извинения.' },
      { outcome: 'lost', weight: 1, ways: sued, said: 'Суд счёл публикацию оценочным суждением.' },
    ] },
  { key: 'training', kind: 'civil', weight: 3, topic: 10, words: { ru: 1, kk: 1 }, role: 'defendant', most: 1, who: 'medics', needs: 'labour', side: 'answers', dispute: 'other',
    against: '{employer}', summary: 'Работодатель требует вернуть стоимость обучения после увольнения, договор об обучении подписан задним числом. Истец: {employer}.',
    endings: [
      { outcome: 'won', weight: 3, ways: sued, said: 'В иске работодателю отказано: договор об обучении признан недействительным.' },
      { outcome: 'partly_won', weight: 2, ways: sued, said: 'Сумма возмещения уменьшена пропорционально отработанному времени.' },
      { outcome: 'settled', weight: 1, ways: agreed, said: 'Стороны договорились о рассрочке части суммы.' },
    ] },
]
