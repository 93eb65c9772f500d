import type { Matter } from '../medadvokat/matter.ts'

const investigated: Matter['endings'][number]['ways'] = [['pre_trial']]
const tried: Matter['endings'][number]['ways'] = [['pre_trial', 'first_instance'], ['pre_trial', 'first_instance', 'appeal'], ['first_instance', 'appeal']]

/** Articles of the Criminal Code of 3 July 2014. */
export const criminalMatters: Matter[] = [
  { key: 'witness', kind: 'criminal', weight: 4, topic: 11, words: { ru: 0, kk: 0 }, role: 'witness', most: 2, who: 'medics', needs: 'criminal', side: 'accused', article: 'ст. 317 ч. 3 УК РК',
    against: 'Родственники пациента', summary: 'Вызов на допрос в качестве свидетеля, имеющего право на защиту, по факту смерти пациента в {employer}. Нужны защитник на допросах и рецензия специалиста на заключение экспертизы.',
    endings: [
      { outcome: 'terminated', weight: 5, ways: investigated, said: 'Досудебное расследование прекращено за отсутствием состава уголовного правонарушения, статус подозреваемого членам профсоюза не присваивался.' },
      { outcome: 'won', weight: 1, ways: [['pre_trial']], said: 'По повторной экспертизе связь между действиями медиков и исходом не установлена, дело закрыто.' },
    ] },
  { key: 'suspect', kind: 'criminal', weight: 4, topic: 11, words: { ru: 2, kk: 0 }, role: 'suspect', most: 1, who: 'doctors', needs: 'criminal', side: 'accused', article: 'ст. 317 ч. 1 УК РК',
    against: 'Пациент {person}', summary: 'Начато досудебное расследование: по версии следствия, ненадлежащее оказание помощи в {employer} причинило вред здоровью средней тяжести. Карта изъята, назначена судебно-медицинская экспертиза.',
    endings: [
      { outcome: 'terminated', weight: 5, ways: investigated, said: 'Дело прекращено: экспертиза не нашла дефектов оказания помощи.' },
      { outcome: 'settled', weight: 2, ways: [['pre_trial'], ['pre_trial', 'first_instance']], said: 'Дело прекращено за примирением сторон (ст. 68 УК), потерпевший претензий не имеет.' },
      { outcome: 'won', weight: 1, ways: tried, said: 'Оправдательный приговор вступил в силу, признано право на реабилитацию.' },
    ] },
  { key: 'accused', kind: 'criminal', weight: 3, topic: 11, words: { ru: 2, kk: 0 }, role: 'accused', others: 'witness', most: 2, who: 'doctors', needs: 'criminal', side: 'accused', article: 'ст. 317 ч. 2 УК РК',
    against: 'Потерпевшая {person}', summary: 'Дело передано в суд: обвинение в ненадлежащем выполнении профессиональных обязанностей, повлёкшем тяжкий вред здоровью. Место работы: {employer}. Заключения двух экспертиз противоречат друг другу.',
    endings: [
      { outcome: 'won', weight: 2, ways: tried, said: 'Оправдан за отсутствием в действиях состава уголовного правонарушения, прокурор приговор не обжаловал.' },
      { outcome: 'partly_won', weight: 3, ways: tried, said: 'Деяние переквалифицировано на часть 1 статьи 317, назначен штраф без запрета профессии.' },
      { outcome: 'lost', weight: 1, ways: [['pre_trial', 'first_instance', 'appeal']], said: 'Приговор оставлен в силе: ограничение свободы условно и запрет заниматься врачебной деятельностью на один год.' },
      { outcome: 'settled', weight: 1, ways: [['pre_trial', 'first_instance']], said: 'Стороны примирились до удаления суда в совещательную комнату, дело прекращено.' },
    ] },
  { key: 'attack', kind: 'criminal', weight: 2, topic: 15, role: 'victim', most: 2, who: 'medics', needs: 'criminal', side: 'claims', article: 'ст. 293 УК РК',
    own: {
      ru: ['Нападение на вызове', 'На вызове родственник больного ударил меня и повредил укладку, полиция приняла заявление только на следующий день.', 'Прошу помочь защитить мои права как потерпевшего.'],
      kk: ['Шақыру кезінде шабуыл жасалды', 'Шақыру кезінде науқастың туысы мені ұрып, жәшікті сындырды, полиция арызды келесі күні ғана қабылдады.', 'Жәбірленуші ретінде құқығымды қорғауға көмектесуді сұраймын.'],
    },
    against: '{person}', summary: 'Нападение на медицинских работников при исполнении обязанностей ({employer}). Нужен представитель потерпевшего и гражданский иск о возмещении вреда.',
    endings: [
      { outcome: 'won', weight: 3, ways: [['pre_trial', 'first_instance']], said: 'Виновный осуждён, гражданский иск потерпевшего удовлетворён.' },
      { outcome: 'settled', weight: 2, ways: [['pre_trial'], ['pre_trial', 'first_instance']], said: 'Вред заглажен, принесены публичные извинения, стороны примирились.' },
    ] },
]
