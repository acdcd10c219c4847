package org.clubpost.core.admin;

/** How the owners of a list learn who has come to run it and who has gone. */
@FunctionalInterface
public interface PeopleNews {

    /** Has the owners told, and those whom it is about, if it is about people at all. */
    void tell(RunLists.Changed changed);
}
