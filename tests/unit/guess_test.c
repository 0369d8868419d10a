#include "unit.h"

#include "language/guess.h"

static pith__guesser *guesser;

static int build(void **state)
{
    static pith__trap trap;
    static pith__arena arena;
    *state = &arena;
    open_arena(&arena, &trap);
    guesser = pith__guesser_new(&arena, 5);
    return 0;
}

static int give_back(void **state)
{
    pith__arena_free(*state);
    return 0;
}

static const char *guess(const char *text)
{
    return pith__guess(guesser, text, strlen(text))->code;
}

static void test_sentences_of_ten_words(void **state)
{
    (void)state;
    static const struct {
        const char *code, *text;
    } cases[] = {
        {"en", "The bridge over the river will be closed for two weeks."},
        {"de", "Die Brücke über den Fluss bleibt zwei Wochen lang gesperrt."},
        {"fr", "Le pont sur la rivière sera fermé pendant deux semaines."},
        {"es", "El puente sobre el río estará cerrado durante dos semanas."},
        {"pt", "A ponte sobre o rio não vai abrir antes de duas semanas."},
        {"it", "Il ponte sul fiume rimarrà chiuso per le prossime due settimane."},
        {"nl", "De brug over de rivier blijft nog twee weken gesloten voor verkeer."},
        {"da", "Broen over floden bliver lukket i to uger, og det er jeg ked af."},
        {"no", "Broen over elva blir stengt i to uker, og det er ikke bra nå."},
        {"sv", "Bron över floden kommer att vara stängd i två veckor och det är synd."},
        {"fi", "Joen yli kulkeva silta on suljettu kaksi viikkoa, mutta se ei haittaa."},
        {"et", "Jõe sild on kaks nädalat suletud, aga see ei ole väga halb."},
        {"pl", "Most na rzece będzie zamknięty przez dwa tygodnie, ale to nie problem."},
        {"cs", "Most přes řeku bude dva týdny uzavřen, ale to není problém."},
        {"sk", "Most cez rieku bude dva týždne zatvorený, ale to nie je problém."},
        {"sl", "Most čez reko bo zaprt dva tedna, vendar to ni težava."},
        {"hr", "Most preko rijeke bit će zatvoren dva tjedna, ali što se može."},
        {"hu", "A folyó feletti hidat két hétre lezárják, de ez nem baj."},
        {"ro", "Podul peste râu va fi închis timp de două săptămâni și nu este bine."},
        {"tr", "Nehrin üzerindeki köprü iki hafta boyunca kapalı olacak ama bu çok değil."},
        {"ca", "El pont sobre el riu estarà tancat dues setmanes, però això no és greu."},
        {"eu", "Ibaiaren gaineko zubia bi astez itxita egongo da, baina ez da larria."},
        {"id", "Jembatan di atas sungai itu akan ditutup selama dua minggu dan tidak dibuka."},
        {"lt", "Tiltas per upę bus uždarytas dvi savaites, bet tai nėra blogai."},
        {"lv", "Tilts pār upi būs slēgts divas nedēļas, bet tas nav slikti."},
        {"vi", "Cây cầu qua sông sẽ đóng cửa trong hai tuần và không mở lại sớm."},
        {"ru", "Мост через реку будет закрыт на две недели, но это не беда."},
        {"uk", "Міст через річку буде закрито на два тижні, але це не біда."},
        {"bg", "Мостът над реката ще бъде затворен за две седмици, но това не е беда."},
        {"sr", "Мост преко реке биће затворен две недеље, али то није проблем."},
        {"el", "Η γέφυρα πάνω από το ποτάμι θα μείνει κλειστή για δύο εβδομάδες."},
        {"hy", "Գետի վրայի կամուրջը փակ կլինի երկու շաբաթ։"},
        {"ka", "მდინარეზე ხიდი ორი კვირით დაიკეტება."},
        {"ar", "سيتم إغلاق الجسر فوق النهر لمدة أسبوعين ولكن هذا ليس سيئا."},
        {"fa", "پل روی رودخانه برای دو هفته بسته خواهد شد و این خوب نیست."},
        {"ur", "دریا پر پل دو ہفتوں کے لیے بند رہے گا اور یہ اچھا نہیں ہے۔"},
        {"he", "הגשר מעל הנהר יהיה סגור במשך שבועיים אבל זה לא נורא."},
        {"hi", "नदी पर बना पुल दो सप्ताह के लिए बंद रहेगा और यह ठीक नहीं है।"},
        {"ja", "川にかかる橋は二週間閉鎖される予定です。"},
        {"zh", "河上的大桥将关闭两个星期。"},
        {"ko", "강 위의 다리는 이 주 동안 폐쇄될 예정이다."},
        {"th", "สะพานข้ามแม่น้ำจะปิดเป็นเวลาสองสัปดาห์"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (strcmp(guess(cases[i].text), cases[i].code) != 0)
            fail_msg("%s, not %s: %s", guess(cases[i].text), cases[i].code, cases[i].text);
    }
}

static void test_nothing_speaks_for_no_language(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "   \n\t ",
                                        "1, 2, 3.",
                                        "??? !!!",
                                        "\xF0\x9F\x8C\x89",
                                        "12:30 14:45 99%",
                                        "https://the.and/of/with?is=was"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(guess(texts[i]), "und");
    assert_ptr_equal(pith__guess(guesser, "", 0), pith__language_none());
}

static void test_capitals_count_too(void **state)
{
    (void)state;
    assert_string_equal(guess("THE BRIDGE WILL BE CLOSED FOR TWO WEEKS"), "en");
    assert_string_equal(guess("DIE BRÜCKE BLEIBT FÜR ZWEI WOCHEN GESPERRT"), "de");
    assert_string_equal(guess("МОСТ НАД РЕКОЙ НЕ БУДЕТ ОТКРЫТ"), "ru");
}

static void test_initials_and_addresses_do_not_vote(void **state)
{
    (void)state;
    assert_string_equal(guess("Mr. J. R. D. Bell of the U.S. wrote to V. S. Z. Ward."), "en");
    assert_string_equal(
        guess(
            "http://der.die.das/und http://der.die.das/und www.ist.nicht.de The bridge is closed."),
        "en");
}

static void test_foreign_names_do_not_turn_a_text(void **state)
{
    (void)state;
    assert_string_equal(guess("Łukasz Żak and Jürgen Größl met Señor Muñoz at the bridge."), "en");
    assert_string_equal(guess("Herr Smith von der New York Times hat die Brücke nicht gesehen."),
                        "de");
}

static void test_a_text_of_two_scripts_is_of_the_larger(void **state)
{
    (void)state;
    assert_string_equal(guess("大桥由 Bridge and Sons 公司修建，今年秋天将重新开放，市长说。"),
                        "zh");
    assert_string_equal(guess("The word 橋 is the sign for a bridge."), "en");
}

/* A text is judged by its beginning, and a character that the limit would cut is left out whole. */
static void test_a_long_text_is_cut_at_a_character(void **state)
{
    (void)state;
    enum { ROOM = 100000 };
    char *text = malloc(ROOM);
    assert_non_null(text);
    for (size_t shift = 0; shift < 4; shift++) {
        size_t length = shift;
        memset(text, ' ', shift);
        while (length + 4 < ROOM) {
            memcpy(text + length, "橋", 3);
            length += 3;
        }
        assert_string_equal(pith__guess(guesser, text, length)->code, "zh");
    }
    memset(text, 'a', ROOM);
    assert_ptr_equal(pith__guess(guesser, text, ROOM), pith__language_none());
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences_of_ten_words),
        cmocka_unit_test(test_nothing_speaks_for_no_language),
        cmocka_unit_test(test_capitals_count_too),
        cmocka_unit_test(test_initials_and_addresses_do_not_vote),
        cmocka_unit_test(test_foreign_names_do_not_turn_a_text),
        cmocka_unit_test(test_a_text_of_two_scripts_is_of_the_larger),
        cmocka_unit_test(test_a_long_text_is_cut_at_a_character),
    };
    return cmocka_run_group_tests(tests, build, give_back);
}
