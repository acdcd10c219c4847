package org.clubpost.local.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clubpost.local.TestClubpost;
import org.clubpost.local.rooms.RoomsVisitor;

/**
 * Somebody who makes keys on the page, as a person does.
 *
 * @param visitor their browser
 */
record KeyMaker(RoomsVisitor visitor) {

    private static final String PAGE = "/rooms/me";
    private static final Pattern KEY = Pattern.compile(">(cpk_[A-Za-z0-9_-]+)</textarea>");
    private static final Pattern ID = Pattern.compile("name=\"act\" value=\"key-withdraw\">\\s*"
            + "<input type=\"hidden\" name=\"key-id\" value=\"([0-9a-f]{16})\"");
    private static final Pattern FRESH = Pattern.compile("name=\"act\" value=\"key-make\">\\s*"
            + "<input type=\"hidden\" name=\"key-id\" value=\"([0-9a-f]{16})\"");

    /** Who has that address, signed in. */
    static KeyMaker of(TestClubpost clubpost, String address) {
        var visitor = new RoomsVisitor(clubpost.running());
        visitor.send("/rooms/sign-in", Map.of("email", address, "to", "/rooms"));
        var token = TestClubpost.token(TestClubpost.link(clubpost.mailTo(address, "Sign in to run your lists"),
                "/rooms/sign-in"));
        visitor.send("/rooms/sign-in", Map.of("token", token));
        return new KeyMaker(visitor);
    }

    /** A key for that, on all lists of the person. */
    String key(String... scopes) {
        return made(Map.of(), List.of(scopes));
    }

    /** A key for everything on one list. */
    String keyFor(String list, String... scopes) {
        return made(Map.of("key-reach", "some", "for", list), List.of(scopes));
    }

    String page() {
        return visitor.get(PAGE).body();
    }

    /** What the page shows that answers the form. */
    String answer(Map<String, String> more, List<String> scopes) {
        var form = new HashMap<>(Map.of("act", "key-make", "key-id", found(FRESH, page()), "key-name", "Test",
                "key-life", "30", "key-reach", "all"));
        form.putAll(more);
        scopes.forEach(scope -> form.put("scope-" + scope.replace(':', '-'), "yes"));
        return visitor.fill(PAGE, PAGE, form).body();
    }

    private String made(Map<String, String> more, List<String> scopes) {
        return found(KEY, answer(more, scopes));
    }

    /** The id of the newest key on the page. */
    String newest() {
        return found(ID, page());
    }

    /** Withdraws a key on the page. */
    void withdraw(String id) {
        visitor.fill(PAGE, PAGE, Map.of("act", "key-withdraw", "key-id", id));
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("there is no " + pattern + " on the page:\n" + page);
        }
        return found.group(1);
    }
}
