package org.clubpost.cli.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.cli.aws.RightSetUp;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.Pause;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for CloudFormation, without waiting: what happens meanwhile happens in the pause. */
final class ListStacksIT {

    private static final ListId CHESS = new ListId("chess");
    private static final String DESCRIBED = "cloudformation:DescribeStacks club-list-chess";

    private static final MailingList LIST = MailingList.create(CHESS, "lists.example.org", "Chess", List.of())
            .with(Groups.NONE.withNamed(List.of(new GroupName("board"), new GroupName("u-18"))));

    private RightSetUp setUp;
    private Cloud cloud;

    @BeforeEach
    void open() throws IOException {
        ServiceLog.silence();
        setUp = new RightSetUp();
        cloud = Cloud.open();
        setUp.account().answer("cloudformation:CreateStack", "<StackId>club-list-chess</StackId>").answer(DESCRIBED,
                RightSetUp.stack("club-list-chess", "CREATE_IN_PROGRESS", ""));
    }

    @AfterEach
    void close() throws IOException {
        cloud.close();
        setUp.close();
    }

    private ListStacks stacks(Pause pause) {
        return new ListStacks(cloud.cloudFormation(), cloud.stack("club"), pause);
    }

    @Test
    void ruleIsAwaitedUntilItIsThere() {
        var pauses = new ArrayList<Integer>();
        var stacks = stacks(attempt -> {
            pauses.add(attempt);
            if (attempt == 4) {
                setUp.account().answer(DESCRIBED, RightSetUp.stack("club-list-chess", "CREATE_COMPLETE", ""));
            }
            return true;
        });

        assertTrue(stacks.make(LIST));

        assertEquals(List.of(2, 3, 4), pauses);
    }

    @Test
    void ruleTakesTheAddressesOfTheGroups() {
        setUp.account().answer(DESCRIBED, RightSetUp.stack("club-list-chess", "CREATE_COMPLETE", ""));

        stacks(_ -> true).make(LIST);

        assertTrue(setUp.account().calls("cloudformation:CreateStack").getFirst().fields().containsValue(
                "chess-board@lists.example.org,chess+board@lists.example.org,chess-u-18@lists.example.org,"
                        + "chess+u-18@lists.example.org"));
    }

    @Test
    void ruleOfAListWhoseGroupsChangedIsChanged() {
        setUp.account().refuse("cloudformation:CreateStack", "AlreadyExistsException").answer(DESCRIBED,
                RightSetUp.stack("club-list-chess", "UPDATE_COMPLETE", "")).answer("cloudformation:UpdateStack",
                        "<StackId>club-list-chess</StackId>");

        assertTrue(stacks(_ -> true).make(LIST));

        var sent = setUp.account().calls("cloudformation:UpdateStack").getFirst().fields();
        assertTrue(sent.containsValue("After"), "the place in the set is kept");
        assertTrue(sent.containsValue("GroupAddresses"));
    }

    @Test
    void whoLosesPatienceIsToldToLookAgain() {
        var failure = assertThrows(CommandFailure.class, () -> stacks(_ -> false).make(LIST));

        assertEquals("CloudFormation is still at it. Look again in a while with: ./clubpost doctor --stack club",
                failure.reason());
    }

    @Test
    void ruleThatSomebodyElseIsMakingIsAwaitedToo() {
        setUp.account().refuse("cloudformation:CreateStack", "AlreadyExistsException").answer(
                "cloudformation:UpdateStack", "!ValidationError|No updates are to be performed.");
        var stacks = stacks(_ -> {
            setUp.account().answer(DESCRIBED, RightSetUp.stack("club-list-chess", "CREATE_COMPLETE", ""));
            return true;
        });

        assertFalse(stacks.make(LIST));
    }

    @Test
    void ruleThatStandsHalfMadeIsNotTakenForOne() {
        setUp.account().refuse("cloudformation:CreateStack", "AlreadyExistsException").answer(DESCRIBED,
                RightSetUp.stack("club-list-chess", "DELETE_FAILED", ""));

        var failure = assertThrows(CommandFailure.class, () -> stacks(_ -> true).make(LIST));

        assertEquals("CloudFormation could not make the receipt rule: it says DELETE_FAILED", failure.reason());
    }

    @Test
    void ruleIsAwaitedUntilItIsGone() {
        setUp.account().when("cloudformation:DeleteStack", () -> setUp.account().answer(DESCRIBED,
                RightSetUp.stack("club-list-chess", "DELETE_IN_PROGRESS", "")));
        var stacks = stacks(_ -> {
            setUp.account().answer(DESCRIBED, "!ValidationError|Stack with id club-list-chess does not exist");
            return true;
        });

        stacks.remove(CHESS);
        stacks.remove(CHESS);

        assertEquals(1, setUp.account().calls("cloudformation:DeleteStack").size());
    }

    @Test
    void ruleThatCannotBeRemovedIsAFailure() {
        setUp.account().when("cloudformation:DeleteStack", () -> setUp.account().answer(DESCRIBED,
                RightSetUp.stack("club-list-chess", "DELETE_FAILED", ""))).answer("cloudformation:DescribeStackEvents",
                        """
                                <StackEvents><member><ResourceStatus>DELETE_FAILED</ResourceStatus>
                                <ResourceStatusReason>Rate exceeded</ResourceStatusReason></member></StackEvents>""");

        var failure = assertThrows(CommandFailure.class, () -> stacks(_ -> true).remove(CHESS));

        assertEquals("CloudFormation could not remove the receipt rule: Rate exceeded", failure.reason());
    }

    @Test
    void callThatCameTooSoonIsRepeated() {
        setUp.account().refuseOnce("cloudformation:DescribeStacks", "Throttling");

        assertEquals("club", cloud.stack("club").name());
    }

    @Test
    void templateIsTheOneOfTheRepository() {
        assertTrue(ListStacks.template().contains("Type: AWS::SES::ReceiptRule"));
    }
}
