package org.clubpost.cli.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which operation a call over REST is. */
final class RestOperations {

    private static final Map<Pattern, String> REST = rest();

    private RestOperations() {}

    /**
     * The operation, such as {@code ses:GetAccount}.
     *
     * @param call method and path, such as {@code GET /v2/email/account}
     */
    static Optional<String> of(String call) {
        return REST.entrySet().stream().filter(known -> known.getKey().matcher(call).matches())
                .map(Map.Entry::getValue).findFirst();
    }

    private static Map<Pattern, String> rest() {
        var rest = new LinkedHashMap<Pattern, String>();
        rest.put(Pattern.compile("GET /v2/email/account"), "ses:GetAccount");
        rest.put(Pattern.compile("GET /v2/email/identities/[^/]+"), "ses:GetEmailIdentity");
        rest.put(Pattern.compile("PUT /v2/email/identities/[^/]+/mail-from"), "ses:PutEmailIdentityMailFromAttributes");
        rest.put(Pattern.compile("GET /v2/email/configuration-sets/[^/]+"), "ses:GetConfigurationSet");
        rest.put(Pattern.compile("GET /v2/email/configuration-sets/[^/]+/event-destinations"),
                "ses:GetConfigurationSetEventDestinations");
        rest.put(Pattern.compile("GET /2015-03-31/functions/([^/]+)/configuration\\?Qualifier=live"),
                "lambda:GetFunctionConfiguration");
        rest.put(Pattern.compile("POST /2015-03-31/functions/[^/]+/invocations\\?Qualifier=live"),
                "lambda:InvokeFunction");
        rest.put(Pattern.compile("GET /2015-03-31/functions/[^/]+/policy\\?Qualifier=live"), "lambda:GetPolicy");
        rest.put(Pattern.compile("GET /2015-03-31/event-source-mappings/[^/]+"), "lambda:GetEventSourceMapping");
        rest.put(Pattern.compile("GET /[^/?]+\\?policy"), "s3:GetBucketPolicy");
        rest.put(Pattern.compile("GET /[^/?]+\\?notification"), "s3:GetBucketNotification");
        return rest;
    }
}
