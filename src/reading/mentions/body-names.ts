/** Names of bodies that texts shorten without introducing the short form: 发改委, NDRC. */

/**
 * A body a line: its names. They are the departments, commissions, administrations and institutions of the
 * State Council's list of organizations, with the bodies of the Party and the courts that issue policies, and former bodies.
 * A name after ~ is also a part of other names: 统计局 of 广东省统计局.
 */
const states = `
National Development and Reform Commission; NDRC; 国家发展和改革委员会; 国家发展改革委; 国家发改委; 发改委; 发展改革委
Ministry of Foreign Affairs; Foreign Ministry; 外交部; 中华人民共和国外交部
Ministry of National Defense; Ministry of National Defence; 国防部
Ministry of Education; Education Ministry; 教育部
Ministry of Science and Technology; 科学技术部; 科技部
Ministry of Industry and Information Technology; MIIT; 工业和信息化部; 工信部
National Ethnic Affairs Commission; 国家民族事务委员会; 国家民委
Ministry of Public Security; MPS; 公安部
Ministry of State Security; 国家安全部; 国安部
Ministry of Civil Affairs; 民政部
Ministry of Justice; Justice Ministry; 司法部
Ministry of Finance; Finance Ministry; 财政部
Ministry of Human Resources and Social Security; MOHRSS; 人力资源和社会保障部; 人力资源社会保障部; 人社部
Ministry of Natural Resources; 自然资源部
Ministry of Ecology and Environment; MEE; 生态环境部
Ministry of Housing and Urban-Rural Development; MOHURD; 住房和城乡建设部; 住房城乡建设部; 住建部
Ministry of Transport; Transport Ministry; 交通运输部
Ministry of Water Resources; 水利部
Ministry of Agriculture and Rural Affairs; 农业农村部
Ministry of Commerce; MOFCOM; Commerce Ministry; 商务部
Ministry of Culture and Tourism; 文化和旅游部; 文旅部
National Health Commission; 国家卫生健康委员会; 国家卫生健康委; 国家卫健委; 卫健委; 卫生健康委
Ministry of Veterans Affairs; 退役军人事务部; 退役军人部
Ministry of Emergency Management; 应急管理部
People's Bank of China; PBOC; PBoC; 中国人民银行; 人民银行; 央行
National Audit Office; 审计署
State-owned Assets Supervision and Administration Commission; SASAC; 国务院国有资产监督管理委员会; 国务院国资委; 国资委
General Administration of Customs; GACC; 海关总署
State Taxation Administration; 国家税务总局; 税务总局
State Administration for Market Regulation; SAMR; 国家市场监督管理总局; 市场监管总局; 国家市场监管总局; 市场监督管理总局
National Financial Regulatory Administration; NFRA; 国家金融监督管理总局; 金融监管总局; 国家金融监管总局; 金融监督管理总局
China Securities Regulatory Commission; CSRC; 中国证券监督管理委员会; 中国证监会; 证监会
National Radio and Television Administration; NRTA; 国家广播电视总局; 国家广电总局; 广电总局
General Administration of Sport; 国家体育总局; 体育总局
National Bureau of Statistics; NBS; 国家统计局; ~统计局
National Healthcare Security Administration; NHSA; 国家医疗保障局; 国家医保局
China International Development Cooperation Agency; CIDCA; 国家国际发展合作署; 国合署
China National Intellectual Property Administration; CNIPA; 国家知识产权局
National Government Offices Administration; 国家机关事务管理局
Cyberspace Administration of China; 国家互联网信息办公室; 国家网信办; 网信办
National Data Administration; 国家数据局
National Energy Administration; 国家能源局; ~能源局
National Food and Strategic Reserves Administration; 国家粮食和物资储备局; 国家粮食和储备局
State Administration of Science, Technology and Industry for National Defense; 国家国防科技工业局; 国防科工局
State Tobacco Monopoly Administration; 国家烟草专卖局
National Immigration Administration; 国家移民管理局
National Forestry and Grassland Administration; 国家林业和草原局; 国家林草局
National Railway Administration; 国家铁路局
Civil Aviation Administration of China; CAAC; 中国民用航空局; 中国民航局; 民航局
State Post Bureau; 国家邮政局
National Cultural Heritage Administration; 国家文物局
National Administration of Traditional Chinese Medicine; 国家中医药管理局
National Disease Control and Prevention Administration; 国家疾病预防控制局; 国家疾控局
National Mine Safety Administration; 国家矿山安全监察局
State Administration of Foreign Exchange; 国家外汇管理局; ~外汇局; ~外汇管理局
National Medical Products Administration; NMPA; 国家药品监督管理局; 国家药监局
China Meteorological Administration; 中国气象局
China Earthquake Administration; 中国地震局
State Oceanic Administration; 国家海洋局
State Council Tariff Commission; Customs Tariff Commission of the State Council; 国务院关税税则委员会
China Banking and Insurance Regulatory Commission; CBIRC; 中国银行保险监督管理委员会; 中国银保监会; 银保监会
Supreme People's Court; 最高人民法院; 最高法
Supreme People's Procuratorate; 最高人民检察院; 最高检
Standing Committee of the National People's Congress; NPC Standing Committee; 全国人民代表大会常务委员会; 全国人大常委会
National People's Congress; NPC; 全国人民代表大会; 全国人大
Central Commission for Discipline Inspection; CCDI; 中央纪律检查委员会; 中央纪委
General Office of the State Council; 国务院办公厅; 国办
General Office of the CPC Central Committee; 中共中央办公厅; 中央办公厅
All-China Federation of Trade Unions; ACFTU; 中华全国总工会; 全国总工会
State Council Information Office; SCIO; 国务院新闻办公室; 国新办; 国务院新闻办
`;

const organizations = `
World Trade Organization; WTO; 世界贸易组织; 世贸组织
World Health Organization; WHO; 世界卫生组织; 世卫组织
Shanghai Cooperation Organisation; SCO; 上海合作组织; 上合组织
Xinhua News Agency; Xinhua; 新华通讯社; 新华社
`;

const rowsOf = (list: string): readonly (readonly string[])[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.split('; '));

/** The names of each body of the Chinese state that are names of nothing else. */
export const stateBodies = rowsOf(states).map((names) => names.filter((name) => !name.startsWith('~')));

const all = [...rowsOf(states), ...rowsOf(organizations)].map((names) => names.map((name) => name.replace('~', '')));
const namesByName = new Map(all.flatMap((names) => names.map((name) => [name, names] as const)));

/** All names of the body or organization that has a name; undefined for what is in neither list. */
export const namesBeside = (name: string): readonly string[] | undefined => namesByName.get(name);
