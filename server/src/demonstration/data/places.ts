/** Where the branches work. Each place: Russian genitive / Kazakh / English. */
export interface BranchPlaces {
  /** Share of the appeals, in per cent of the branches together. */
  appeals: number
  organisations: number
  /** Share of subjects written in Kazakh. */
  kazakh: number
  /** As in «УЗ Карагандинской области». */
  area: string
  /** The region's own institutions: «Областная» or «Городская». */
  isCity: boolean
  centre: string
  districts: string
  towns: string
}

export const branchPlaces: Record<string, BranchPlaces> = {
  abai: { appeals: 2.6, organisations: 10, kazakh: 0.35, isCity: false, area: 'области Абай/Абай облысы/Abai Region', centre: 'Семея/Семей/Semey',
    districts: 'Абайского/Абай/Abai, Аягозского/Аягөз/Ayagoz, Бескарагайского/Бесқарағай/Beskaragay, Бородулихинского/Бородулиха/Borodulikha, Жарминского/Жарма/Zharma, Урджарского/Үржар/Urzhar', towns: 'Курчатова/Курчатов/Kurchatov' },
  akmola: { appeals: 3.4, organisations: 13, kazakh: 0.2, isCity: false, area: 'Акмолинской области/Ақмола облысы/Akmola Region', centre: 'Кокшетау/Көкшетау/Kokshetau',
    districts: 'Аккольского/Ақкөл/Akkol, Атбасарского/Атбасар/Atbasar, Бурабайского/Бурабай/Burabay, Ерейментауского/Ерейментау/Ereymentau, Целиноградского/Целиноград/Tselinograd, Шортандинского/Шортанды/Shortandy, Зерендинского/Зеренді/Zerenda', towns: 'Степногорска/Степногорск/Stepnogorsk' },
  aktobe: { appeals: 3.5, organisations: 13, kazakh: 0.5, isCity: false, area: 'Актюбинской области/Ақтөбе облысы/Aktobe Region', centre: 'Актобе/Ақтөбе/Aktobe',
    districts: 'Алгинского/Алға/Alga, Байганинского/Байғанин/Bayganin, Мугалжарского/Мұғалжар/Mugalzhar, Мартукского/Мәртөк/Martuk, Хромтауского/Хромтау/Khromtau, Шалкарского/Шалқар/Shalkar, Темирского/Темір/Temir', towns: 'Кандыагаша/Қандыағаш/Kandyagash' },
  'almaty-region': { appeals: 4, organisations: 14, kazakh: 0.4, isCity: false, area: 'Алматинской области/Алматы облысы/Almaty Region', centre: 'Қонаева/Қонаев/Qonaev',
    districts: 'Енбекшиказахского/Еңбекшіқазақ/Enbekshikazakh, Жамбылского/Жамбыл/Zhambyl, Илийского/Іле/Ili, Карасайского/Қарасай/Karasay, Талгарского/Талғар/Talgar, Уйгурского/Ұйғыр/Uigur, Райымбекского/Райымбек/Raiymbek, Балхашского/Балқаш/Balkhash', towns: 'Алатау/Алатау/Alatau' },
  atyrau: { appeals: 2.9, organisations: 10, kazakh: 0.5, isCity: false, area: 'Атырауской области/Атырау облысы/Atyrau Region', centre: 'Атырау/Атырау/Atyrau',
    districts: 'Жылыойского/Жылыой/Zhylyoi, Индерского/Индер/Inder, Исатайского/Исатай/Isatay, Курмангазинского/Құрманғазы/Kurmangazy, Макатского/Мақат/Makat, Махамбетского/Махамбет/Makhambet', towns: 'Кульсары/Құлсары/Kulsary' },
  'west-kazakhstan': { appeals: 2.6, organisations: 10, kazakh: 0.35, isCity: false, area: 'Западно-Казахстанской области/Батыс Қазақстан облысы/West Kazakhstan Region', centre: 'Уральска/Орал/Oral',
    districts: 'Акжаикского/Ақжайық/Akzhaik, Бурлинского/Бөрлі/Burli, Жангалинского/Жаңақала/Zhanakala, Сырымского/Сырым/Syrym, Теректинского/Теректі/Terekti, Таскалинского/Тасқала/Taskala', towns: 'Аксая/Ақсай/Aksay' },
  zhambyl: { appeals: 3.8, organisations: 14, kazakh: 0.45, isCity: false, area: 'Жамбылской области/Жамбыл облысы/Zhambyl Region', centre: 'Тараза/Тараз/Taraz',
    districts: 'Байзакского/Байзақ/Bayzak, Жамбылского/Жамбыл/Zhambyl, Кордайского/Қордай/Korday, Меркенского/Меркі/Merki, Шуского/Шу/Shu, Таласского/Талас/Talas, Рыскуловского/Рысқұлов/Ryskulov, Сарысуского/Сарысу/Sarysu', towns: 'Каратау/Қаратау/Karatau' },
  zhetisu: { appeals: 2.5, organisations: 10, kazakh: 0.4, isCity: false, area: 'области Жетісу/Жетісу облысы/Zhetisu Region', centre: 'Талдыкоргана/Талдықорған/Taldykorgan',
    districts: 'Аксуского/Ақсу/Aksu, Алакольского/Алакөл/Alakol, Ескельдинского/Ескелді/Eskeldi, Коксуского/Көксу/Koksu, Панфиловского/Панфилов/Panfilov, Сарканского/Сарқан/Sarkan', towns: 'Текели/Текелі/Tekeli' },
  karaganda: { appeals: 30.6, organisations: 30, kazakh: 0.24, isCity: false, area: 'Карагандинской области/Қарағанды облысы/Karaganda Region', centre: 'Караганды/Қарағанды/Karaganda',
    districts: 'Абайского/Абай/Abai, Бухар-Жырауского/Бұқар жырау/Bukhar-Zhyrau, Каркаралинского/Қарқаралы/Karkaraly, Нуринского/Нұра/Nura, Осакаровского/Осакаров/Osakarovka, Шетского/Шет/Shet, Актогайского/Ақтоғай/Aktogay',
    towns: 'Темиртау/Теміртау/Temirtau, Балхаша/Балқаш/Balkhash, Сарани/Саран/Saran, Шахтинска/Шахтинск/Shakhtinsk, Приозёрска/Приозерск/Priozersk' },
  kostanay: { appeals: 4.4, organisations: 16, kazakh: 0.12, isCity: false, area: 'Костанайской области/Қостанай облысы/Kostanay Region', centre: 'Костаная/Қостанай/Kostanay',
    districts: 'Аулиекольского/Әулиекөл/Auliekol, Карабалыкского/Қарабалық/Karabalyk, Карасуского/Қарасу/Karasu, Мендыкаринского/Меңдіқара/Mendykara, Сарыкольского/Сарыкөл/Sarykol, Федоровского/Федоров/Fedorov', towns: 'Рудного/Рудный/Rudny, Лисаковска/Лисаковск/Lisakovsk, Житикары/Жітіқара/Zhitikara' },
  kyzylorda: { appeals: 3, organisations: 12, kazakh: 0.8, isCity: false, area: 'Кызылординской области/Қызылорда облысы/Kyzylorda Region', centre: 'Кызылорды/Қызылорда/Kyzylorda',
    districts: 'Аральского/Арал/Aral, Жалагашского/Жалағаш/Zhalagash, Жанакорганского/Жаңақорған/Zhanakorgan, Казалинского/Қазалы/Kazaly, Кармакшинского/Қармақшы/Karmakshy, Шиелийского/Шиелі/Shieli, Сырдарьинского/Сырдария/Syrdarya', towns: 'Байконыра/Байқоңыр/Baikonyr' },
  mangystau: { appeals: 2.9, organisations: 10, kazakh: 0.6, isCity: false, area: 'Мангистауской области/Маңғыстау облысы/Mangystau Region', centre: 'Актау/Ақтау/Aktau',
    districts: 'Бейнеуского/Бейнеу/Beineu, Каракиянского/Қарақия/Karakiya, Мангистауского/Маңғыстау/Mangystau, Мунайлинского/Мұнайлы/Munaily, Тупкараганского/Түпқараған/Tupkaragan', towns: 'Жанаозена/Жаңаөзен/Zhanaozen' },
  pavlodar: { appeals: 4.4, organisations: 14, kazakh: 0.18, isCity: false, area: 'Павлодарской области/Павлодар облысы/Pavlodar Region', centre: 'Павлодара/Павлодар/Pavlodar',
    districts: 'Баянаульского/Баянауыл/Bayanaul, Железинского/Железин/Zhelezin, Иртышского/Ертіс/Irtysh, Успенского/Успен/Uspen, Щербактинского/Шарбақты/Sharbakty, Майского/Май/May', towns: 'Экибастуза/Екібастұз/Ekibastuz, Аксу/Ақсу/Aksu' },
  'north-kazakhstan': { appeals: 3.9, organisations: 13, kazakh: 0.12, isCity: false, area: 'Северо-Казахстанской области/Солтүстік Қазақстан облысы/North Kazakhstan Region', centre: 'Петропавловска/Петропавл/Petropavl',
    districts: 'Айыртауского/Айыртау/Aiyrtau, Аккайынского/Аққайың/Akkaiyn, Есильского/Есіл/Esil, Жамбылского/Жамбыл/Zhambyl, Кызылжарского/Қызылжар/Kyzylzhar, Мамлютского/Мамлют/Mamlyut, Тайыншинского/Тайынша/Taiynsha', towns: 'Тайынши/Тайынша/Taiynsha' },
  turkistan: { appeals: 5.2, organisations: 18, kazakh: 0.7, isCity: false, area: 'Туркестанской области/Түркістан облысы/Turkistan Region', centre: 'Туркестана/Түркістан/Turkistan',
    districts: 'Жетысайского/Жетісай/Zhetisay, Казыгуртского/Қазығұрт/Kazygurt, Мактааральского/Мақтаарал/Maktaaral, Ордабасинского/Ордабасы/Ordabasy, Сайрамского/Сайрам/Sayram, Сарыагашского/Сарыағаш/Saryagash, Сузакского/Созақ/Sozak, Тюлькубасского/Түлкібас/Tulkibas, Шардаринского/Шардара/Shardara', towns: 'Кентау/Кентау/Kentau, Арыси/Арыс/Arys' },
  ulytau: { appeals: 1.6, organisations: 7, kazakh: 0.35, isCity: false, area: 'области Ұлытау/Ұлытау облысы/Ulytau Region', centre: 'Жезказгана/Жезқазған/Zhezkazgan',
    districts: 'Жанааркинского/Жаңаарқа/Zhanaarka, Улытауского/Ұлытау/Ulytau', towns: 'Сатпаева/Сәтбаев/Satpaev, Каражала/Қаражал/Karazhal' },
  'east-kazakhstan': { appeals: 4.9, organisations: 16, kazakh: 0.18, isCity: false, area: 'Восточно-Казахстанской области/Шығыс Қазақстан облысы/East Kazakhstan Region', centre: 'Усть-Каменогорска/Өскемен/Oskemen',
    districts: 'Глубоковского/Глубокое/Glubokoe, Зайсанского/Зайсаң/Zaisan, Катон-Карагайского/Катонқарағай/Katon-Karagay, Курчумского/Күршім/Kurshim, Шемонаихинского/Шемонаиха/Shemonaikha, Уланского/Ұлан/Ulan, Самарского/Самар/Samar', towns: 'Риддера/Риддер/Ridder, Алтая/Алтай/Altai' },
  astana: { appeals: 5.4, organisations: 14, kazakh: 0.35, isCity: true, area: 'г. Астаны/Астана қаласы/Astana', centre: 'Астаны/Астана/Astana', districts: '', towns: '' },
  almaty: { appeals: 4.9, organisations: 15, kazakh: 0.3, isCity: true, area: 'г. Алматы/Алматы қаласы/Almaty', centre: 'Алматы/Алматы/Almaty', districts: '', towns: '' },
  shymkent: { appeals: 2.8, organisations: 8, kazakh: 0.55, isCity: true, area: 'г. Шымкента/Шымкент қаласы/Shymkent', centre: 'Шымкента/Шымкент/Shymkent', districts: '', towns: '' },
}
