package org.clubpost.core.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FilledArrayTest {

    @Test
    void mailIsAsLongAsItSays() throws IOException {
        var array = new FilledArray(4);
        array.write(1);
        array.write(new byte[]{9, 2, 3, 9}, 1, 2);
        assertThrows(IllegalStateException.class, array::octets, "one is missing");
        array.write(4);

        assertArrayEquals(new byte[]{1, 2, 3, 4}, array.octets());
        assertThrows(IndexOutOfBoundsException.class, () -> array.write(5));
        assertThrows(IndexOutOfBoundsException.class, () -> array.write(new byte[]{5}, 0, 1));
    }
}
