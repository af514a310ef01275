/** Cities that texts name without saying that they are cities: capitals, also for their governments, and other large ones. */

/** Those that are more often names of people or ordinary words, such as Victoria, Kingston or Nice, are left out. */
const names =
  'Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Almaty|Amman|Amsterdam|Ankara|Antananarivo|Antwerp|Apia|Asmara|Astana|Asunción|Athens|Auckland|' +
  'Baghdad|Baku|Bamako|Bandar Seri Begawan|Bangalore|Bengaluru|Bangkok|Bangui|Banjul|Barcelona|Basel|Basra|Beirut|Belgrade|Belmopan|Berlin|Bern|Bilbao|Birmingham|Bishkek|Bissau|Bogotá|Bogota|Bonn|Boston|Brasília|Brasilia|Bratislava|Bremen|Brisbane|Brno|Brussels|Bucharest|Budapest|Buenos Aires|Bujumbura|Busan|' +
  'Cairo|Calgary|Canberra|Cape Town|Caracas|Casablanca|Chennai|Chicago|Chișinău|Chisinau|Cologne|Colombo|Conakry|Copenhagen|Cotonou|Dakar|Damascus|Dar es Salaam|Delhi|Dhaka|Dili|Dodoma|Doha|Dortmund|Dubai|Dublin|Durban|Dushanbe|Düsseldorf|Edinburgh|Frankfurt|Freetown|Fukuoka|' +
  'Gaborone|Gdańsk|Geneva|Genoa|Glasgow|Gothenburg|Guadalajara|Guatemala City|Hamburg|Hanoi|Ha Noi|Harare|Havana|Helsinki|Hiroshima|Ho Chi Minh City|Honiara|Houston|Hyderabad|Incheon|Islamabad|Istanbul|Izmir|Jakarta|Jeddah|Jerusalem|Johannesburg|Juba|' +
  'Kabul|Kampala|Karachi|Kathmandu|Kazan|Khartoum|Kigali|Kinshasa|Kobe|Kolkata|Kraków|Krakow|Kuala Lumpur|Kuwait City|Kyiv|Kiev|Kyoto|Lagos|Lahore|La Paz|Leipzig|Libreville|Lilongwe|Lima|Lisbon|Ljubljana|Łódź|Lomé|London|Los Angeles|Luanda|Lusaka|Lviv|Lyon|' +
  'Madrid|Malabo|Malé|Managua|Manama|Manchester|Manila|Maputo|Marseille|Maseru|Mbabane|Medellín|Melbourne|Mexico City|Miami|Milan|Minsk|Mogadishu|Mombasa|Monrovia|Monterrey|Montevideo|Montreal|Moroni|Moscow|Mumbai|Munich|Muscat|Nagoya|Nairobi|Naples|Nassau|Naypyidaw|Ndjamena|New Delhi|New York|New York City|Niamey|Nicosia|Nouakchott|Novosibirsk|Nuku’alofa|Nur-Sultan|' +
  'Osaka|Oslo|Ottawa|Ouagadougou|Panama City|Paramaribo|Paris|Phnom Penh|Podgorica|Port Louis|Port Moresby|Port Vila|Port-au-Prince|Porto|Porto-Novo|Poznań|Prague|Praia|Pretoria|Pristina|Pyongyang|Quito|Rabat|Rangoon|Yangon|Reykjavik|Reykjavík|Riga|Rio de Janeiro|Riyadh|Rome|Rotterdam|Rouen|' +
  'Salvador da Bahia|San Francisco|San José|San Salvador|Sanaa|Santo Domingo|São Paulo|Sao Paulo|Sapporo|Sarajevo|Seattle|Seoul|Seville|Stockholm|St Petersburg|Stuttgart|Sucre|Suva|Surabaya|Sydney|Taipei|Tallinn|Tartu|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|The Hague|Thessaloniki|Thimphu|Tirana|Tokyo|Toronto|Toulouse|Trieste|Trondheim|Tripoli|Tunis|Turin|' +
  'Ulaanbaatar|Utrecht|Vaduz|Valencia|Valletta|Vancouver|Vienna|Vientiane|Vilnius|Vladivostok|Warsaw|Washington|Washington DC|Windhoek|Wrocław|Yaoundé|Yekaterinburg|Yerevan|Yokohama|Zagreb|Zurich|Zürich';

const byUpperCase = new Map(names.split('|').map((name) => [name.toUpperCase(), name] as const));

/** Its usual spelling: HANOI is Hanoi. Undefined for what is none of these cities. */
export const cityOf = (text: string): string | undefined =>
  /^\p{Lu}/u.test(text) ? byUpperCase.get(text.toUpperCase()) : undefined;
