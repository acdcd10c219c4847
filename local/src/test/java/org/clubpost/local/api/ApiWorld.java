package org.clubpost.local.api;

import java.util.stream.Stream;
import org.clubpost.core.person.Scope;
import org.clubpost.local.TestClubpost;

/**
 * What the tests of the API have to do with, by topic. All of them are of one class ({@link ApiIT}), because its last test
 * asks whether all was seen that the file says.
 */
interface ApiWorld {

    String OWNER = "owner@example.org";
    String MODERATOR = "mo@club.example";

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
}
