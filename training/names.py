"""Common names, places, offices and outlets of many regions, to swap into training articles."""


def words(text: str) -> tuple[str, ...]:
    """The words of a list written as running text."""
    return tuple(text.split())


GIVEN = words("""
Ahmed Fatima Hassan Zainab Mustafa Noor Haider Layla Omar Salma Karim Huda Yusuf Amina Tariq Rania Bassam Dalia
Ali Hussein Mahmoud Samira Nizar Suha Reza Shirin Farhad Nasrin Behrouz Parisa Mehmet Ayse Emre Elif Burak Zeynep
Aisha Ibrahim Chinedu Ngozi Emeka Adaeze Tunde Folake Kwame Akosua Kofi Abena Wanjiru Kamau Otieno Achieng Tendai
Rutendo Thabo Nomsa Sipho Lindiwe Abebe Hirut Tesfaye Selam Moussa Aminata Ousmane Fatou Jean-Pierre Marie-Claire
Rajesh Priya Anil Sunita Vikram Deepa Arjun Kavita Suresh Lakshmi Imran Sana Bilal Ayesha Farooq Nadia Rashid Shabnam
Nuwan Dilani Tharindu Sanduni Bishnu Sita Wei Li Xiaoming Mei Jun Hui Guoqiang Yan Hiroshi Yuki Takeshi Naoko Kenji
Haruka Min-jun Ji-woo Seo-yeon Dong-hyun Nguyen Linh Anh Thu Somchai Siriporn Arif Dewi Budi Siti Agus Putri Maria
Jose Rizal Luz Ivan Olga Dmitri Natalia Sergei Irina Oleksandr Oksana Andriy Iryna Taras Kateryna Piotr Agnieszka
Tomasz Katarzyna Jan Jana Petr Lenka Andrei Ioana Mihai Elena Dragan Jelena Marko Ana Giorgos Eleni Nikos Katerina
Giovanni Chiara Luca Francesca Pierre Camille Luc Amélie Hans Ingrid Jürgen Ulrike Lars Astrid Mikko Aino Sven Anneke
Carlos Lucía Javier Marisol Diego Valentina João Beatriz Thiago Luana Rafael Camila Andrés Ximena Liam Aoife Siân
Rhys Hamish Fiona Graham Pauline Trevor Denise Wayne Sheila
""")

FAMILY = words("""
al-Khafaji al-Jabouri al-Zubaidi al-Tamimi al-Saadi al-Maliki Al-Obeidi Al-Shammari Abdullah Barzani Talabani Hamid
Khalil Mansour Haddad Khoury Nasser Darwish Saleh Qasim Rahman Aziz Hosseini Ahmadi Karimi Rezaei Moradi Yilmaz Demir
Kaya Çelik Öztürk Okafor Adeyemi Eze Balogun Okonkwo Danjuma Mensah Owusu Boateng Asante Mwangi Odhiambo Kiptoo
Njoroge Moyo Ncube Dlamini Nkosi Mokoena Bekele Tadesse Haile Diallo Traoré Ndiaye Coulibaly Keita Sharma Patel Singh
Gupta Reddy Iyer Banerjee Mukherjee Nair Khan Malik Chaudhry Hussain Siddiqui Qureshi Perera Fernando Wickramasinghe
Thapa Gurung Shrestha Wang Zhang Chen Liu Zhao Huang Tanaka Suzuki Yamamoto Nakamura Kobayashi Kim Park Lee Choi Jung
Tran Pham Hoang Chaiyasit Wongsakul Santoso Wijaya Hidayat Reyes Santos Bautista Villanueva Ivanov Petrova Smirnov
Kuznetsova Volkov Shevchenko Kovalenko Bondarenko Tkachuk Kowalski Nowak Wiśniewska Novák Dvořák Popescu Ionescu
Jovanović Petrović Horvat Papadopoulos Georgiou Rossi Bianchi Ferrari Esposito Dubois Lefèvre Moreau Fontaine Müller
Schneider Hoffmann Becker Lindqvist Johansson Virtanen Hansen Jensen van-Dijk Vermeulen García Rodríguez Fernández
Gutiérrez Morales Silva Oliveira Souza Pereira Castillo Mendoza Quispe O'Brien Murphy Gallagher MacLeod Campbell
Hughes Whitmore Ashdown Pemberton Okoro-Smith
""")

PLACES = words("""
Baghdad Basra Mosul Erbil Damascus Aleppo Beirut Amman Cairo Tunis Khartoum Riyadh Doha Kuwait Tehran Ankara Istanbul
Kabul Islamabad Karachi Lahore Delhi Mumbai Dhaka Colombo Kathmandu Yangon Bangkok Hanoi Manila Jakarta Beijing
Shanghai Tokyo Seoul Lagos Abuja Accra Dakar Nairobi Kampala Harare Pretoria Kyiv Kharkiv Moscow Warsaw Prague
Budapest Bucharest Belgrade Athens Rome Madrid Lisbon Paris Brussels Berlin Vienna Oslo Helsinki Dublin London
Edinburgh Canberra Wellington Bogotá Lima Quito Santiago Caracas Brasília Havana Geneva
""")

COUNTRIES = words("""
Iraq Syria Lebanon Jordan Egypt Tunisia Sudan Qatar Iran Turkey Afghanistan Pakistan India Bangladesh Nepal
Myanmar Thailand Vietnam Indonesia China Japan Nigeria Ghana Senegal Kenya Uganda Zimbabwe Ukraine Russia Poland
Romania Serbia Greece Italy Spain France Germany Norway Ireland Britain Australia Colombia Peru Chile Brazil
""")

NATIONALITIES = words("""
Iraqi Syrian Lebanese Jordanian Egyptian Tunisian Sudanese Qatari Iranian Turkish Afghan Pakistani Indian Nepali
Thai Vietnamese Indonesian Chinese Japanese Nigerian Ghanaian Kenyan Ugandan Ukrainian Russian Polish Romanian
Serbian Greek Italian Spanish French German Norwegian Irish British Australian Colombian Peruvian Brazilian
""")

TITLES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Interior Minister",
    "Finance Minister",
    "Health Minister",
    "Ambassador",
    "Governor",
    "Mayor",
    "General",
    "Colonel",
    "Brigadier",
    "Sheikh",
    "Dr.",
    "Professor",
    "Deputy Minister",
    "Speaker",
    "Justice",
    "Archbishop",
    "Chancellor",
    "Commissioner",
    "Inspector",
    "Secretary-General",
    "MP",
    "Chief Minister",
)

OUTLETS = (
    "Al Jazeera",
    "Shafaq News",
    "Rudaw",
    "Reuters",
    "AFP",
    "the BBC",
    "Xinhua",
    "TASS",
    "Anadolu",
    "IRNA",
    "Asharq Al-Awsat",
    "The Hindu",
    "Dawn",
    "The Daily Star",
    "the Bangkok Post",
    "Kyodo News",
    "Yonhap",
    "Punch",
    "Daily Nation",
    "The Guardian",
    "Le Monde",
    "Der Spiegel",
    "El País",
    "Folha de S.Paulo",
    "Ukrainska Pravda",
    "state television",
    "local radio",
    "the state news agency",
)

AGENCIES = (
    "Reuters",
    "AFP",
    "AP",
    "dpa",
    "IANS",
    "PTI",
    "EFE",
    "ANSA",
    "Xinhua",
    "Shafaq News",
    "Staff Reporter",
)
