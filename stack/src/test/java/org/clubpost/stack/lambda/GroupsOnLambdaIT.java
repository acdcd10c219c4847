package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clubpost.aws.ses.SentMail;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list whose members are sorted into groups, from the sign-up to the last leave, each function from its artifact. */
class GroupsOnLambdaIT {

    private static final GroupName BOARD = new GroupName("board");
    private static final GroupName STUDENTS = new GroupName("students");

    @TempDir
    private Path folder = Path.of("");
    /** In moto's place, which takes one mail a second. */
    private final SesStub ses = new SesStub(Set.of(SampleLists.DOMAIN));
    private Cloud cloud;
    private MailingList news;

    @BeforeEach
    void open() {
        cloud = new Cloud();
        ses.quota(1000, 50_000);
        cloud.sesAt(ses.endpoint());
        news = cloud.create(SampleLists.aList().with(new Groups(List.of(BOARD),
                List.of(DomainGroup.parse("*.uni.example=students").orElseThrow()), List.of())));
    }

    @AfterEach
    void close() {
        ses.close();
        cloud.close();
    }

    private RunningFunction start(String name) {
        return RunningFunction.start(name, folder, cloud);
    }

    private static String address(int number) {
        return "member" + number + "@club.example";
    }

    /** How many mails each person got. */
    private Map<String, Long> numbersOfMails() {
        return ses.sent().stream().collect(Collectors.groupingBy(mail -> mail.destinations().getFirst(),
                Collectors.counting()));
    }

    /** What that person got last. */
    private String lastTo(String recipient) {
        return ses.sent().stream().filter(mail -> mail.destinations().equals(List.of(recipient)))
                .map(SentMail::submitted).toList().getLast();
    }

    /** Takes in a mail to that address of the list and delivers it; gives who of these got it. */
    private Set<String> reached(String key, String to, RunningFunction receive, RunningFunction deliver,
            List<String> members) {
        var before = numbersOfMails();
        cloud.store("inbound/news/" + key, InboundMail.from("owner@club.example")
                .replace("for news@", "for " + to + "@").replace("To: news@", "To: " + to + "@")
                .replace("<1@", "<" + key + "@"));
        receive.answer(Events.stored("inbound/news/" + key));
        deliver.answer(Events.queued(cloud.queued()));
        var after = numbersOfMails();
        var reached = new HashSet<String>();
        for (var member : members) {
            var more = after.getOrDefault(member, 0L) - before.getOrDefault(member, 0L);
            assertTrue(more <= 1, "somebody got it twice");
            if (more == 1) {
                reached.add(member);
            }
        }
        return reached;
    }

    @Test
    void postToAGroupReachesTheGroupAndPostToAllReachesAll() {
        var half = IntStream.range(0, 25).mapToObj(GroupsOnLambdaIT::address).toList();
        var others = IntStream.range(25, 50).mapToObj(GroupsOnLambdaIT::address).toList();
        half.forEach(member -> cloud.join(news, member, BOARD));
        others.forEach(member -> cloud.join(news, member, STUDENTS));
        var eva = "eva@informatik.uni.example";
        try (var subscribe = start("SubscribeFunction");
                var answers = start("AnswerFunction");
                var confirm = start("ConfirmFunction")) {
            subscribe.answer(Events.form("/subscribe", "list=news&email=eva%40informatik.uni.example"));
            answers.answer(Events.asked());
            confirm.answer(Events.form("/confirm", "token=" + Cloud.token(List.of(lastTo(eva)), "/confirm")));
        }
        assertEquals(Map.of(BOARD, 25L, STUDENTS, 26L), cloud.table().lists().groupMembers(news.id()));
        var everybody = IntStream.range(0, 51).mapToObj(i -> i < 50 ? address(i) : eva).toList();
        var students = new HashSet<>(others);
        students.add(eva);

        try (var receive = start("ReceiveFunction"); var deliver = start("DeliverFunction")) {
            assertEquals(Set.copyOf(everybody), reached("to-all", "news", receive, deliver, everybody));
            assertEquals(Set.copyOf(half), reached("to-board", "news-board", receive, deliver, everybody));
            assertEquals(students, reached("to-students", "news+students", receive, deliver, everybody));
            var copy = lastTo(eva);
            assertTrue(copy.contains("only to the group students"), copy);
            assertTrue(copy.contains("List-Id: Chess Club News <news.lists.example.org>"), copy);

            leave(eva);

            students.remove(eva);
            assertEquals(students, reached("without-eva", "news+students", receive, deliver, everybody));
            assertEquals(Map.of(BOARD, 25L, STUDENTS, 25L), cloud.table().lists().groupMembers(news.id()));
        }
        cloud.table().posts().of(news.id()).forEach(post -> assertInstanceOf(PostState.Done.class, post.state()));
    }

    private void leave(String member) {
        var token = cloud.membershipToken(LinkPurpose.ONE_CLICK, news, member);
        try (var unsubscribe = start("UnsubscribeFunction")) {
            unsubscribe.answer(Events.form("/unsubscribe?token=" + token, "List-Unsubscribe=One-Click"));
        }
    }
}
