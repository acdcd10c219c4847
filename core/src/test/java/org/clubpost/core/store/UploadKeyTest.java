package org.clubpost.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of files that browsers send. */
class UploadKeyTest {

    private static final ListId NEWS = new ListId("news");

    @Test
    void freshKeyIsFoundAgainByItsName() {
        var key = UploadKey.fresh(NEWS, new Random(1));

        assertEquals(Optional.of(key), UploadKey.of(NEWS, key.name()));
        assertEquals(32, key.name().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../../lists/news", "0123456789abcdef0123456789abcde",
                    "0123456789ABCDEF0123456789abcdef",
                    "0123456789abcdef0123456789abcdef/x", "0123456789abcdef0123456789abcdef\n"})
    void anythingElseIsNoName(String name) {
        assertEquals(Optional.empty(), UploadKey.of(NEWS, name));
        assertThrows(IllegalArgumentException.class, () -> new UploadKey(UploadKey.PREFIX + "news/" + name));
    }
}
