package org.clubpost.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.local.TestClubpost;

/**
 * What the tests of the API have to do with, by topic. All of them are of one class ({@link ApiIT}), because its last test
 * asks whether all was seen that the file says.
 */
interface ApiWorld {

    String OWNER = "owner@example.org";
    String MODERATOR = "mo@club.example";
    ListId NEWS = new ListId("news");
    String NOBODY = "f".repeat(32);
    String NO_POST = "f".repeat(24);

    /** The scopes of a key for everything. */
    default String[] everything() {
        return Stream.of(Scope.values()).map(Scope::word).toArray(String[]::new);
    }

    /** The service. */
    TestClubpost clubpost();

    /** Makes keys of somebody with that address. */
    KeyMaker keys(String address);

    /** A program with that key. */
    Program program(String key);

    /** The program of the owner of the lists {@code news} and {@code second}, with a key for everything. */
    Program program();

    /** The program of somebody with that address who runs a list or may make one, with a key for everything. */
    Program of(String address);

    /** The program of the operator, with a key for everything. */
    Program ofOperator();

    /** The program of a moderator of {@code news}, with a key for everything. */
    Program ofModerator();

    /** What the file says. */
    OpenApi file();

    /** A number that was not there before. */
    int number();

    /** An address that nobody had before. */
    default String fresh() {
        return "person" + number() + "@club.example";
    }

    /** The ids on a page. */
    default List<String> ids(Program.Answer page) {
        return page.json().at("/items").findValuesAsText("id");
    }

    default Program.Answer added(String email) {
        return program().post("/lists/news/members", "{\"email\":\"" + email + "\",\"reason\":\"asked by phone\"}");
    }

    default String addedId() {
        return added(fresh()).text("/id");
    }

    default String member(String id) {
        return "/lists/news/members/" + id;
    }

    /** A path of that operation on which nothing is done. */
    static String somewhere(OpenApi.Operation operation) {
        return operation.path().replace("{list}", "news").replace("{member}", NOBODY).replace("{post}", NO_POST)
                .replace("{entry}", "f".repeat(20)).replace("{invitation}", "f".repeat(20))
                .replace("{import}", "f".repeat(20)).replace("{deleted}", "nothing");
    }

    /** The newest post of that subject once it stands so, as the API shows it. Waiting asks nothing of the API. */
    default JsonNode post(String subject, String state) {
        TestClubpost.waitUntil(subject + " to be " + state, () -> find(subject, state).isPresent());
        return program().get("/lists/news/posts/" + find(subject, state).orElseThrow()).json();
    }

    private Optional<PostId> find(String subject, String state) {
        try (var all = clubpost().database().posts().of(NEWS)) {
            return all.filter(post -> post.headline().subject().contains(subject)
                    && post.state().getClass().getSimpleName().toLowerCase(Locale.ROOT).equals(state))
                    .map(Post::id).findFirst();
        }
    }

    default PersonId ownerId() {
        return PersonId.of(new Actor.Owner(EmailAddress.of(OWNER)),
                new SubscriberIds(clubpost().data().secrets().installation()));
    }
}
