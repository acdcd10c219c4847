package org.clubpost.core.database;

import org.clubpost.core.act.Way;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.call.Calls;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.event.Events;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.health.Returns;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.list.Lists;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.person.Persons;
import org.clubpost.core.person.SignIns;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.SignUpRequests;

/** The ports on one database. Each of them sees what the others wrote. Safe for use by many threads. */
public interface Database {

    /** The same, for changes that come by that way. The log says so of each that is made through it. */
    Database by(Way way);

    /** The lists in it. */
    Lists lists();

    /** The subscribers in it. */
    Subscribers subscribers();

    /** The subscribers in it, for those who look through them. */
    Directory directory();

    /** What those who run lists look at, read in one go. */
    Desk desk();

    /** The texts about people that only owners see. */
    MemberTexts memberTexts();

    /** The posts in it. */
    Posts posts();

    /** The ranges of posts in it. */
    Ranges ranges();

    /** The limits counted in it. */
    RateLimits rateLimits();

    /** The mails of each second counted in it. */
    SharedRate sharedRate();

    /** The ids of copies remembered in it. */
    SentIds sentIds();

    /** The numbers of posts in it. */
    PostNumbers postNumbers();

    /** The mails seen lately, in it. */
    SeenMails seenMails();

    /** The events recorded in it and not published yet. */
    Events events();

    /** The news that wait to be told to owners. */
    GatheredNews gatheredNews();

    /** What is to be done for the members' topics. */
    NoteTasks noteTasks();

    /** The requests to join that wait for their answer. */
    SignUpRequests signUpRequests();

    /** How far sign-ups get. */
    Funnel funnel();

    /** The words that people agreed to. */
    Wordings wordings();

    /** What was done, and by whom. */
    ActLog actLog();

    /** The mails that each mailbox got lately. */
    RecentMails recentMails();

    /** The wishes for another address. */
    AddressChanges addressChanges();

    /** Those who have signed in. */
    Persons persons();

    /** The lists that were deleted and can come back. */
    DeletedLists deletedLists();

    /** Who may make lists. */
    ListMakers listMakers();

    /** The wishes to be signed in. */
    SignIns signIns();

    /** The calls of programs that may be repeated. */
    Calls calls();

    /** What came back from members. */
    Bounces bounces();

    /** What came back of posts, and how the lists are. */
    Returns returns();
}
