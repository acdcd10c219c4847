package org.clubpost.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of RFC 3492 section 7.1, as far as a label of a domain can look like them. */
final class PunycodeTest {

    @ParameterizedTest
    @CsvSource({"ليهمابتكلموشعربي؟,egbpdaj6bu4bxfgehfvwxn", "他们为什么不说中文,ihqwcrb4cv8a8dqg056pqjye",
            "他們爲什麽不說中文,ihqwctvzc91f659drss3x8bo0yb", "למההםפשוטלאמדבריםעברית,4dbcagdahymbxekheh6e0a7fei0b",
            "почемужеонинеговорятпорусски,b1abfaaepdrnnbgefbadotcwatmq2g4l",
            "porquénopuedensimplementehablarenespañol,porqunopuedensimplementehablarenespaol-fmd56a",
            "tạisaohọkhôngthểchỉnóitiếngviệt,tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g",
            "3年b組金八先生,3b-ww4c5e180e575a65lsy2b", "安室奈美恵-with-super-monkeys,-with-super-monkeys-pc58ag80a8qai00g7n9n",
            "ひとつ屋根の下2,2-u9tlzr9756bt3uc0v", "そのスピードで,d9juau41awczczp", "plain,plain-"})
    void textIsEncodedAsTheRfcSays(String text, String encoded) {
        assertEquals(encoded, Punycode.encode(text));
    }
}
