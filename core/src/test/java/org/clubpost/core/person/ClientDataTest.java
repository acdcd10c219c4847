package org.clubpost.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web Authentication Level 3, section 5.8.1.1. */
class ClientDataTest {

    private static final ClientData READ = new ClientData("webauthn.get", "Q2hhbGxlbmdl", "https://lists.example.org");

    @Test
    void whatEveryBrowserWritesIsReadWhateverComesBehindIt() {
        var begin = "{\"type\":\"webauthn.get\",\"challenge\":\"Q2hhbGxlbmdl\",\"origin\":\"https://lists.example.org\""
                + ",\"crossOrigin\":false";

        assertEquals(Optional.of(READ), ClientData.parse(begin + "}"));
        assertEquals(Optional.of(READ), ClientData.parse(begin + ",\"other_keys_can_be_added_here\":\"do not compare "
                + "clientDataJSON against a template\",\"challenge\":\"another\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "",
                    "{}",
                    // Blanks, and members in another order.
                    "{ \"type\":\"webauthn.get\",\"challenge\":\"Q2\",\"origin\":\"https://x.example\",\"crossOrigin\":false}",
                    "{\"challenge\":\"Q2\",\"type\":\"webauthn.get\",\"origin\":\"https://x.example\",\"crossOrigin\":false}",
                    "{\"type\":\"webauthn.get\",\"origin\":\"https://x.example\",\"challenge\":\"Q2\",\"crossOrigin\":false}",
                    "{\"type\":\"webauthn.get\",\"challenge\":\"Q2\",\"crossOrigin\":false,\"origin\":\"https://x.example\"}",
                    "{\"type\":\"webauthn.get\",\"challenge\":\"Q2\",\"crossOrigin\":false,\"x\":\"y\",\"origin\":\"https://x.example\"}",
                    // One of them is missing.
                    "{\"type\":\"webauthn.get\",\"origin\":\"https://x.example\",\"crossOrigin\":false}",
                    "{\"type\":\"webauthn.get\",\"challenge\":\"Q2\",\"crossOrigin\":false}",
                    "{\"type\":\"webauthn.get\",\"challenge\":\"Q2\",\"origin\":\"https://x.example\"}",
                    // The page was within one of another origin.
                    "{\"type\":\"webauthn.get\",\"challenge\":\"Q2\",\"origin\":\"https://x.example\",\"crossOrigin\":true}",
                    "{\"type\":\"webauthn.get\",\"challenge\":\"Q2\",\"origin\":\"https://x.example\",\"crossOrigin\":\"false\"}"})
    void whatIsWrittenInAnotherWayIsNotRead(String json) {
        assertEquals(Optional.empty(), ClientData.parse(json));
    }
}
