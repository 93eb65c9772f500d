import type { Matter } from '../medadvokat/matter.ts'

type Ways = Matter['endings'][number]['ways']
const fined: Ways = [['first_instance'], ['first_instance', 'appeal']]
const complained: Ways = [['pre_trial', 'first_instance'], ['pre_trial', 'first_instance', 'appeal'], ['first_instance']]

/** Administrative offences (the code of 5 July 2014), and disputes with the state by the code of 29 June 2020. */
export const administrativeMatters: Matter[] = [
  { key: 'standard', kind: 'administrative', weight: 4, topic: 11, role: 'accused', most: 2, who: 'medics', needs: 'administrative', side: 'accused', article: 'ст. 80 ч. 1 КоАП РК',
    own: {
      ru: ['Протокол за нарушение стандарта оказания помощи', 'После проверки на меня составили административный протокол за нарушение стандарта, хотя назначения делал другой врач.', 'Прошу направить юриста на рассмотрение дела.'],
      kk: ['Көмек көрсету стандартын бұзғаны үшін хаттама', 'Тексеруден кейін стандартты бұзғаным үшін әкімшілік хаттама толтырылды, бірақ тағайындауды басқа дәрігер жасаған.', 'Іс қаралатын күні заңгер бөлуді сұраймын.'],
    },
    against: 'Департамент Комитета медицинского и фармацевтического контроля {area}', summary: 'Протокол об административном правонарушении за нарушение стандарта оказания медицинской помощи в {employer}. Проверка проведена с нарушением срока уведомления.',
    endings: [
      { outcome: 'terminated', weight: 5, ways: fined, said: 'Производство прекращено за отсутствием состава административного правонарушения.' },
      { outcome: 'partly_won', weight: 2, ways: fined, said: 'Штраф заменён предупреждением.' },
      { outcome: 'lost', weight: 1, ways: [['first_instance', 'appeal']], said: 'Постановление о штрафе оставлено без изменения, жалоба не удовлетворена.' },
    ] },
  { key: 'slander', kind: 'administrative', weight: 2, topic: 12, words: { ru: 0, kk: 0 }, role: 'victim', most: 1, who: 'medics', needs: 'administrative', side: 'claims', article: 'ст. 73-3 КоАП РК',
    against: '{person}', summary: 'Клевета в социальных сетях: заявителя публично обвинили в вымогательстве, указаны фамилия и место работы ({employer}). Собраны нотариально заверенные снимки страниц.',
    endings: [
      { outcome: 'won', weight: 3, ways: fined, said: 'Автор публикации привлечён к ответственности, опровержение размещено.' },
      { outcome: 'settled', weight: 2, ways: [['first_instance']], said: 'Публикация удалена, принесены извинения, стороны примирились.' },
      { outcome: 'withdrawn', weight: 1, ways: [['first_instance']], said: 'Заявитель отозвал заявление после удаления публикации.' },
    ] },
  { key: 'pension', kind: 'administrative', weight: 4, topic: 8, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 1, who: 'anyone', needs: 'administrative', side: 'claims',
    against: 'Департамент Комитета регулирования и контроля в сфере социальной защиты населения {area}', summary: 'Отказ учесть шесть лет сельского стажа при назначении пенсии. Архив хозяйства не сохранился, есть показания двух свидетелей и трудовая книжка. Последнее место работы: {employer}.', effect: 'pension_or_benefit',
    endings: [
      { outcome: 'won', weight: 4, ways: complained, said: 'Акт об отказе признан незаконным, стаж учтён, пенсия пересчитана.', inMoney: true },
      { outcome: 'settled', weight: 2, ways: [['pre_trial'], ['pre_trial', 'first_instance']], said: 'Орган отменил отказ в ходе примирительной процедуры.', inMoney: true },
      { outcome: 'lost', weight: 1, ways: [['pre_trial', 'first_instance', 'appeal']], said: 'В иске отказано: показания свидетелей без документов суд счёл недостаточными.' },
    ] },
  { key: 'relocation', kind: 'administrative', weight: 3, topic: 9, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 2, who: 'medics', needs: 'administrative', side: 'claims',
    against: 'Отдел экономики и финансов района ({area})', summary: 'Не выплачены подъёмные молодому специалисту, приехавшему в район ({employer}). Отказ мотивирован отсутствием средств в бюджете.', effect: 'recovered',
    endings: [
      { outcome: 'won', weight: 3, ways: complained, said: 'Бездействие признано незаконным, подъёмное пособие выплачено.', inMoney: true },
      { outcome: 'settled', weight: 2, ways: [['pre_trial']], said: 'Пособие выплачено по досудебной жалобе.', inMoney: true },
      { outcome: 'withdrawn', weight: 1, ways: [['first_instance']], said: 'Иск отозван: заявитель переехал и расторг соглашение.' },
    ] },
  { key: 'category', kind: 'administrative', weight: 2, topic: 10, words: { ru: 0, kk: 0 }, role: 'plaintiff', most: 1, who: 'medics', needs: 'administrative', side: 'claims',
    against: 'Организация по оценке профессиональной подготовленности', summary: 'Отказ в присвоении квалификационной категории без протокола при сданном тестировании ({employer}). Обжалуется решение комиссии.',
    endings: [
      { outcome: 'won', weight: 3, ways: complained, said: 'Решение комиссии признано незаконным, категория присвоена.' },
      { outcome: 'settled', weight: 1, ways: [['pre_trial']], said: 'Комиссия пересмотрела результат по жалобе.' },
      { outcome: 'lost', weight: 1, ways: complained, said: 'Суд не нашёл нарушений процедуры, в иске отказано.' },
    ] },
]
