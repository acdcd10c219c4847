package org.clubpost.function.admin.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"=1+1,`\"'=1+1\"`", "+49,`\"'+49\"`", "-1,`\"'-1\"`", "@SUM,`\"'@SUM\"`",
                    "'=x,`\"''=x\"`", "plain,`\"plain\"`", "`a,b`,`\"a,b\"`", "say \"hi\",`\"say \"\"hi\"\"\"`",
                    "``,`\"\"`"})
    void formulasGetAnApostropheAndQuotesAreDoubled(String text, String written) {
        assertEquals(written, Cell.written(text));
    }
}
