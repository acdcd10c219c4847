package org.clubpost.function.admin;

import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.admin.ImportResult;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Leftovers;
import org.clubpost.core.admin.MakeLists;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.privacy.EraseByOwners;
import org.clubpost.core.privacy.ForgetSignIn;
import org.clubpost.function.admin.imports.Steps;
import org.clubpost.notices.CommonsEmailNotices;

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
                database.posts(), database.actLog(), appoint().keep()), parts.ids(), parts.clock());
    }

    MakeLists make() {
        var database = parts.database();
        return new MakeLists(database.lists(), database.listMakers(),
                new Leftovers(new Leftovers.Ports(database.lists(), database.deletedLists(), database.subscribers(),
                        database.posts(), database.ranges(), database.actLog(), database.noteTasks()), parts.clock()),
                this::send);
    }

    DeleteLists delete() {
        var database = parts.database();
        return new DeleteLists(new DeleteLists.Ports(database.lists(), database.deletedLists(), database.posts(),
                database.ranges(), this::send), parts.clock());
    }

    Appoint appoint() {
        var database = parts.database();
        return new Appoint(new Appoint.Ports(database.lists(), database.actLog(), this::send, parts.links(),
                database.rateLimits(), parts.ids()), parts.clock());
    }

    Steps steps() {
        return new Steps(keep(), parts.database().subscribers(), parts.ids(), parts.clock());
    }

    ImportResult results() {
        var database = parts.database();
        return new ImportResult(database.subscribers(), database.actLog(), parts.ids(), parts.clock());
    }

    /** The way out is opened when there is a mail, and not when the function starts. */
    void send(Notice notice) {
        new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random()).send(notice);
    }
}
