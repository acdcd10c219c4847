package org.clubpost.function.admin;

import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.privacy.EraseByOwners;
import org.clubpost.core.privacy.ForgetSignIn;

/**
 * The use cases that rooms and programs use alike.
 *
 * @param parts what they are made of
 */
record Shared(FunctionParts parts) {

    KeepMembers keep() {
        var database = parts.database();
        return new KeepMembers(database.subscribers(), parts.ids(), database.actLog(), parts.clock());
    }

    EraseByOwners eraser() {
        var database = parts.database();
        return new EraseByOwners(new EraseByOwners.Ports(database.subscribers(), database.signUpRequests(),
                database.addressChanges(), database.bounces(), database.memberTexts(), database.noteTasks(),
                database.posts(), database.events(), new ForgetSignIn(database.lists(), database.listMakers(),
                        database.persons(), parts.ids())),
                parts.ids(), parts.clock());
    }

    Undo undo() {
        var database = parts.database();
        return new Undo(new Undo.Ports(database.lists(), database.subscribers(), database.memberTexts(),
                database.posts(), database.actLog()), parts.ids(), parts.clock());
    }
}
