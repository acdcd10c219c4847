package org.clubpost.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function must be allowed to do, as its code says.
 *
 * @param actions in IAM's words
 * @param leadingKeys the partition keys of the table, as patterns
 * @param readPrefixes of the mail bucket
 * @param writtenPrefixes of the mail bucket
 * @param variables the environment variables that it reads
 * @param hasIndexes whether it reads indexes of the table
 */
record Needs(Set<String> actions, Set<String> leadingKeys, Set<String> readPrefixes, Set<String> writtenPrefixes,
        Set<String> variables, boolean hasIndexes) {

    /**
     * Which action each call is (Service Authorization Reference of each service). A transaction needs those of its
     * parts.
     */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("DynamoDbClient.getItem", "dynamodb:GetItem"),
            Map.entry("DynamoDbClient.putItem", "dynamodb:PutItem"),
            Map.entry("DynamoDbClient.updateItem", "dynamodb:UpdateItem"),
            Map.entry("DynamoDbClient.deleteItem", "dynamodb:DeleteItem"),
            Map.entry("DynamoDbClient.query", "dynamodb:Query"), Map.entry("DynamoDbClient.scan", "dynamodb:Scan"),
            Map.entry("DynamoDbClient.batchGetItem", "dynamodb:BatchGetItem"),
            Map.entry("DynamoDbClient.batchWriteItem", "dynamodb:BatchWriteItem"),
            Map.entry("TransactWriteItem$Builder.put", "dynamodb:PutItem"),
            Map.entry("TransactWriteItem$Builder.update", "dynamodb:UpdateItem"),
            Map.entry("TransactWriteItem$Builder.delete", "dynamodb:DeleteItem"),
            Map.entry("TransactWriteItem$Builder.conditionCheck", "dynamodb:ConditionCheckItem"),
            Map.entry("S3Client.getObject", "s3:GetObject"), Map.entry("S3Client.headObject", "s3:GetObject"),
            Map.entry("S3Client.putObject", "s3:PutObject"), Map.entry("S3Client.deleteObject", "s3:DeleteObject"),
            Map.entry("S3Client.listObjectsV2", "s3:ListBucket"),
            Map.entry("SesV2Client.sendEmail", "ses:SendEmail"),
            // What SES asks for when the content is raw.
            Map.entry("RawMessage$Builder.data", "ses:SendRawEmail"),
            Map.entry("SesV2Client.deleteSuppressedDestination", "ses:DeleteSuppressedDestination"),
            Map.entry("SesClient.getSendQuota", "ses:GetSendQuota"),
            Map.entry("SesClient.createReceiptRuleSet", "ses:CreateReceiptRuleSet"),
            Map.entry("SesClient.deleteReceiptRuleSet", "ses:DeleteReceiptRuleSet"),
            Map.entry("SesClient.describeActiveReceiptRuleSet", "ses:DescribeActiveReceiptRuleSet"),
            Map.entry("SesClient.describeReceiptRuleSet", "ses:DescribeReceiptRuleSet"),
            Map.entry("SesClient.setActiveReceiptRuleSet", "ses:SetActiveReceiptRuleSet"),
            Map.entry("CognitoIdentityProviderClient.adminAddUserToGroup", "cognito-idp:AdminAddUserToGroup"),
            Map.entry("CognitoIdentityProviderClient.adminGetUser", "cognito-idp:AdminGetUser"),
            Map.entry("CognitoIdentityProviderClient.createGroup", "cognito-idp:CreateGroup"),
            Map.entry("CognitoIdentityProviderClient.describeUserPool", "cognito-idp:DescribeUserPool"),
            Map.entry("CognitoIdentityProviderClient.getGroup", "cognito-idp:GetGroup"),
            Map.entry("CognitoIdentityProviderClient.updateUserPool", "cognito-idp:UpdateUserPool"),
            Map.entry("SnsClient.publishBatch", "sns:Publish"),
            Map.entry("SnsClient.publish", "sns:Publish"), Map.entry("SnsClient.subscribe", "sns:Subscribe"),
            Map.entry("SnsClient.unsubscribe", "sns:Unsubscribe"),
            Map.entry("SnsClient.getSubscriptionAttributes", "sns:GetSubscriptionAttributes"),
            Map.entry("SqsClient.sendMessage", "sqs:SendMessage"),
            Map.entry("SqsClient.sendMessageBatch", "sqs:SendMessage"),
            Map.entry("SqsClient.receiveMessage", "sqs:ReceiveMessage"),
            Map.entry("SqsClient.deleteMessage", "sqs:DeleteMessage"),
            Map.entry("SqsClient.changeMessageVisibility", "sqs:ChangeMessageVisibility"));

    /** What calls nothing of AWS, or is only the frame of what is counted elsewhere. */
    private static final Set<String> FREE = Set.of("builder", "close", "serviceClientConfiguration",
            "transactWriteItems", "create");

    private static final Map<String, String> OWN_ACTIONS = Map.of("SsmParameters.find", "ssm:GetParameter",
            "SsmParameters.create", "ssm:PutParameter");

    /** Who makes a key of the table makes one of this kind: see {@code TableLayout}. */
    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("TableLayout.list", "LIST#*"),
            Map.entry("TableLayout.subscriber", "LIST#*"), Map.entry("TableLayout.postOfList", "LIST#*"),
            Map.entry("TableLayout.openPost", "LIST#*"), Map.entry("TableLayout.post", "POST#*"),
            Map.entry("TableLayout.range", "POST#*"), Map.entry("TableLayout.failure", "POST#*"),
            Map.entry("TableLayout.directory", "LISTS"), Map.entry("TableLayout.makers", "LISTS"),
            Map.entry("TableLayout.deleted", "LISTS"), Map.entry("DynamoDeletedLists.key", "LIST#*"),
            Map.entry("DynamoLists.all", "LISTS"),
            Map.entry("TableLayout.seen", "SEEN#*"), Map.entry("DynamoRateLimits.counter", "LIMIT#*"),
            Map.entry("DynamoSharedRate.add", "LIMIT#SEND"), Map.entry("TableLayout.recentMails", "LIMIT#*"),
            Map.entry("TableLayout.addressChange", "CHANGES"), Map.entry("TableLayout.signUp", "SIGNUPS"),
            Map.entry("DynamoSignUpRequests.waiting", "SIGNUPS"),
            Map.entry("TableLayout.lastPostNumber", "LIST#*"), Map.entry("TableLayout.postNumber", "POST#*"),
            Map.entry("DynamoSentIds.key", "SENT#*"), Map.entry("TableLayout.event", "EVENTS"),
            Map.entry("TableLayout.noteTask", "NOTES"), Map.entry("TableLayout.ownerNews", "OWNERS"),
            Map.entry("TableLayout.reached", "LIST#*"), Map.entry("TableLayout.funnel", "LIST#*"),
            Map.entry("TableLayout.returned", "LIST#*"), Map.entry("TableLayout.health", "LIST#*"),
            Map.entry("TableLayout.returning", "POST#*"), Map.entry("TableLayout.bounce", "LIST#*"),
            Map.entry("TableLayout.applied", "FEEDBACK#*"), Map.entry("TableLayout.person", "PERSON#*"),
            Map.entry("TableLayout.call", "PERSON#*"),
            Map.entry("TableLayout.signIn", "SIGNINS"),
            Map.entry("TableLayout.memberText", "LIST#*"),
            Map.entry("TableLayout.inOrder", "LIST#*"),
            Map.entry("TableLayout.desk", "LIST#*"), Map.entry("TableLayout.figures", "LIST#*"),
            Map.entry("TableLayout.logEntry", "LIST#*"),
            Map.entry("TableLayout.past", "LIST#*"), Map.entry("TableLayout.wording", "WORDS#*"));

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("Environment.table", "CLUBPOST_TABLE"), Map.entry("Environment.bucket", "CLUBPOST_BUCKET"),
            Map.entry("Environment.queueUrl", "CLUBPOST_QUEUE_URL"),
            Map.entry("Environment.operator", "CLUBPOST_OPERATOR"),
            Map.entry("Environment.unreceivedQueueUrl", "CLUBPOST_UNRECEIVED_QUEUE_URL"),
            Map.entry("Environment.publicUrl", "CLUBPOST_PUBLIC_URL"),
            Map.entry("Environment.configurationSet", "CLUBPOST_CONFIGURATION_SET"),
            Map.entry("Environment.ownMailsConfigurationSet", "CLUBPOST_OWN_MAILS_CONFIGURATION_SET"),
            Map.entry("Environment.feedbackQueueUrl", "CLUBPOST_FEEDBACK_QUEUE_URL"),
            Map.entry("Environment.secrets", "CLUBPOST_SECRETS_PARAMETER"),
            Map.entry("Environment.deadLettersUrl", "CLUBPOST_DEAD_LETTERS_URL"),
            Map.entry("Environment.edgeKey", "CLUBPOST_EDGE_KEY"), Map.entry("Environment.window", "CLUBPOST_WINDOW"),
            Map.entry("Environment.events", "CLUBPOST_EVENTS"),
            Map.entry("Environment.eventTopic", "CLUBPOST_EVENT_TOPIC"),
            Map.entry("Environment.noteTopics", "CLUBPOST_NOTE_TOPICS"),
            Map.entry("Environment.lists", "CLUBPOST_LISTS"),
            Map.entry("Environment.consentAttribute", "CLUBPOST_CONSENT_ATTRIBUTE"),
            Map.entry("Environment.notifyAttribute", "CLUBPOST_NOTIFY_ATTRIBUTE"),
            Map.entry("Environment.unfinishedQueueUrl", "CLUBPOST_UNFINISHED_QUEUE_URL"));

    private static final Map<String, Needs> FOUND = new ConcurrentHashMap<>();

    static Needs of(String handler) {
        return FOUND.computeIfAbsent(handler, Needs::find);
    }

    private static Needs find(String handler) {
        var reach = Reach.of(handler);
        var own = reach.ownCalls();
        var actions = new TreeSet<>(chosen(own, OWN_ACTIONS));
        for (var call : reach.foreignCalls()) {
            var parts = call.split("\\.", -1);
            if (ACTIONS.containsKey(call)) {
                actions.add(ACTIONS.get(call));
            } else if (parts[0].matches("(CognitoIdentityProvider|DynamoDb|S3|Ses|SesV2|Sns|Sqs)Client")
                    && !FREE.contains(parts[1])) {
                throw new AssertionError(handler + " calls " + call + ", of which Needs does not know the action");
            }
        }
        var unknown = reach.callersOf("Key.<init>");
        unknown.removeAll(KEYS.keySet());
        unknown.removeIf(caller -> caller.startsWith("Key."));
        if (!unknown.isEmpty()) {
            throw new AssertionError(handler + " makes keys of the table of which Needs does not know: " + unknown);
        }
        var isMailUser = own.contains("Environment.bucket");
        if (isMailUser && actions.contains("s3:GetObject")) {
            actions.add("s3:ListBucket"); // S3MailStore says why.
        }
        return new Needs(actions, chosen(own, KEYS), isMailUser ? read(own) : Set.of(),
                isMailUser && actions.contains("s3:PutObject") ? written(own) : Set.of(),
                chosen(own, VARIABLES), own.contains("DynamoDirectory.read"));
    }

    /** What is written in a browser is put where mails come in, under names of its own. */
    private static Set<String> written(Set<String> own) {
        var prefixes = new TreeSet<>(Set.of("prepared/*"));
        if (own.contains("HandIn.handIn")) {
            prefixes.add("inbound/*/written-*");
        }
        if (own.contains("S3Uploads.form")) {
            prefixes.add("uploads/*"); // A browser puts it there, with the function's leave.
        }
        return prefixes;
    }

    private static Set<String> read(Set<String> own) {
        return Stream.of(List.of("StoredPreparedMails.load", "prepared/*"), List.of("Receive.receive", "inbound/*"),
                List.of("Receive.takeUp", "inbound/*"),
                List.of("Moderate.look", "inbound/*"), List.of("Sweep.sweep", "inbound/*"),
                List.of("StoredPosts.open", "inbound/*"), List.of("Copies.of", "prepared/*"),
                List.of("S3Uploads.find", "uploads/*"))
                .filter(pair -> own.contains(pair.getFirst())).map(List::getLast)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> chosen(Set<String> calls, Map<String, String> meanings) {
        return calls.stream().filter(meanings::containsKey).map(meanings::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
