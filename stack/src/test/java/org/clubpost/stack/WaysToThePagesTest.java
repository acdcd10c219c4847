package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to the pages, with CloudFront and without, under a name of the club's own and without. */
class WaysToThePagesTest {

    private static final Template STACK = Template.read("template.yaml");
    private static final Template EDGE = Template.read("edge.yaml");
    /** AWS::CloudFront::Distribution CustomErrorResponse, ErrorCode: those that there are. */
    private static final Set<Integer> CODES = Set.of(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504);
    private static final String SITE = "join.lists.club.example";

    private static Deployment deployment(String... given) {
        var parameters = new TreeMap<String, String>();
        parameters.put("Domain", "lists.club.example");
        parameters.put("OwnerEmail", "olga@club.example");
        for (var place = 0; place < given.length; place += 2) {
            parameters.put(given[place], given[place + 1]);
        }
        return new Deployment(STACK, parameters);
    }

    private static final Deployment USUAL = deployment();
    private static final Deployment OWN_NAME = deployment("SiteHost", SITE, "HostedZoneId", "Z1");
    private static final Deployment PLAIN = deployment("WithCloudFront", "no");
    private static final Deployment PLAIN_OWN_NAME = deployment("WithCloudFront", "no", "SiteHost", SITE,
            "HostedZoneId", "Z1");

    static Stream<Deployment> deployments() {
        return Stream.of(USUAL, OWN_NAME, PLAIN, PLAIN_OWN_NAME, deployment("HostedZoneId", "Z1"),
                deployment("WebAclArn", "arn:aws:wafv2:us-east-1:111122223333:global/webacl/club/1"),
                new Deployment(EDGE, Map.of()),
                new Deployment(EDGE, Map.of("DistributionArn", "arn:aws:cloudfront::111122223333:distribution/E1")));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everythingRefersToWhatIsMade(Deployment deployment) {
        var missing = new TreeSet<>(deployment.references());
        missing.removeAll(deployment.resources());

        assertEquals(Set.of(), missing);
    }

    private static Set<String> typesOf(Deployment deployment) {
        return deployment.resources().stream().map(name -> deployment.template().resource(name).type())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void withoutCloudFrontThereIsNothingOfIt() {
        assertTrue(typesOf(USUAL).stream().anyMatch(type -> type.startsWith("AWS::CloudFront::")));
        assertFalse(typesOf(PLAIN).stream().anyMatch(type -> type.startsWith("AWS::CloudFront::")));
        assertFalse(PLAIN.outputs().contains("DistributionName"));
        assertEquals(1, Template.listOf(PLAIN.property("SiteBucketPolicy", "PolicyDocument", "Statement")).size());
    }

    @Test
    void pagesAreWhereTheFunctionsSay() {
        assertEquals("https://${Distribution.DomainName}", USUAL.output("PublicUrl"));
        assertEquals("https://" + SITE, OWN_NAME.output("PublicUrl"));
        assertEquals("${HttpApi.ApiEndpoint}", PLAIN.output("PublicUrl"));
        assertEquals("https://" + SITE, PLAIN_OWN_NAME.output("PublicUrl"));
        for (var deployment : List.of(USUAL, OWN_NAME, PLAIN, PLAIN_OWN_NAME)) {
            assertEquals(Set.of(deployment.output("PublicUrl")), STACK.functions().stream()
                    .flatMap(function -> function.find("Environment", "Variables", "CLUBPOST_PUBLIC_URL").stream())
                    .map(deployment::value).collect(Collectors.toSet()));
        }
    }

    /** Amazon API Gateway Developer Guide, "Routes for HTTP APIs": what no other route takes. */
    @Test
    void withoutCloudFrontOneFunctionShowsThePagesThatAreTheSameForEverybody() {
        assertFalse(USUAL.resources().contains("AnyOtherRoute"));
        assertTrue(PLAIN.resources().containsAll(Set.of("AnyOtherRoute", "OtherPermission")));
        assertEquals("$default", PLAIN.property("AnyOtherRoute", "RouteKey"));
        assertEquals("integrations/${SubscribeIntegration}", PLAIN.property("AnyOtherRoute", "Target"));
        assertEquals("${SubscribeFunction.Alias}", PLAIN.property("OtherPermission", "FunctionName"));
        assertTrue(String.valueOf(PLAIN.property("OtherPermission", "SourceArn")).endsWith(":${HttpApi}/*/$default"));
    }

    @Test
    void ownNameWithoutCloudFrontLeadsToTheApi() {
        assertFalse(OWN_NAME.resources().contains("OwnName"));
        assertFalse(PLAIN.resources().contains("OwnName"));
        assertEquals(SITE, PLAIN_OWN_NAME.property("OwnName", "DomainName"));
        assertEquals("${HttpApi}", PLAIN_OWN_NAME.property("OwnNameMapping", "ApiId"));
        assertEquals("${OwnName.RegionalDomainName}", PLAIN_OWN_NAME.output("RegionalName"));
        assertFalse(PLAIN.outputs().contains("RegionalName"));
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedAtOnce() {
        var there = "arn:aws:acm:us-east-1:111122223333:certificate/1";
        var acl = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/club/1";

        assertEquals(Set.of(), USUAL.refusals());
        assertEquals(Set.of(), PLAIN.refusals());
        assertEquals(Set.of(), deployment("SiteHost", SITE, "SiteCertificateArn", there, "WebAclArn", acl).refusals());
        assertEquals(Set.of("SiteHost needs SiteCertificateArn"), deployment("SiteHost", SITE).refusals());
        assertEquals(Set.of("SiteHost without CloudFront needs RegionalCertificateArn"),
                deployment("WithCloudFront", "no", "SiteHost", SITE, "SiteCertificateArn", there).refusals());
        assertEquals(Set.of("WebAclArn needs CloudFront"),
                deployment("WithCloudFront", "no", "WebAclArn", acl).refusals());
    }

    // ---- Errors, and who gets past CloudFront

    private static Stream<Map<String, Object>> errors() {
        return Template.listOf(USUAL.property("Distribution", "DistributionConfig", "CustomErrorResponses")).stream()
                .map(Template::map);
    }

    /** A page for one forged link must not be shown to the next visitor. */
    @Test
    void noErrorIsKept() {
        assertEquals(CODES, errors().map(error -> error.get("ErrorCode")).collect(Collectors.toSet()));
        assertTrue(errors().allMatch(error -> Objects.equals(error.get("ErrorCachingMinTTL"), 0)));
    }

    @Test
    void wrongPathHasAPageAndNoFunctionsPageIsReplaced() {
        var replaced = errors().filter(error -> error.containsKey("ResponsePagePath")).toList();
        var mayRead = Template.listOf(USUAL.property("SiteBucketPolicy", "PolicyDocument", "Statement")).stream()
                .map(Template::map).filter(statement -> "Allow".equals(statement.get("Effect")))
                .map(statement -> statement.get("Action")).toList();

        assertEquals(List.of(Map.of("ErrorCode", 403, "ErrorCachingMinTTL", 0, "ResponseCode", 404,
                "ResponsePagePath", "/not-found.html")), replaced);
        assertEquals(List.of("s3:GetObject"), mayRead, "with s3:ListBucket, S3 would say 404 and not 403");
    }

    /**
     * Every status that a function answers is one that CloudFront can be told not to keep, and none is 403. Those that
     * CloudFront keeps only when the answer says so are free: no answer says so.
     */
    @Test
    void noFunctionAnswersWithAStatusThatCloudFrontKeepsOrReplaces() throws IOException {
        var free = Set.of(413, 415, 422, 429);
        var status = Pattern.compile("(?:page|html|json|HttpAnswer)\\(\\s*(\\d{3})\\b");
        var found = new TreeSet<Integer>();
        for (var folder : List.of("aws/src/main/java/org/clubpost/aws/event", "subscribe-function/src/main",
                "confirm-function/src/main", "unsubscribe-function/src/main", "moderate-function/src/main",
                "admin-function/src/main")) {
            try (var files = Files.walk(Template.ROOT.resolve(folder))) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")
                        && !each.endsWith("HttpEdge.java")).toList()) {
                    status.matcher(Files.readString(file)).results()
                            .forEach(match -> found.add(Integer.parseInt(match.group(1))));
                }
            }
        }

        assertTrue(found.containsAll(Set.of(200, 404, 405)), found.toString());
        assertEquals(Set.of(), found.stream().filter(code -> code >= 400 && !free.contains(code))
                .filter(code -> !CODES.contains(code) || code == 403).collect(Collectors.toSet()));
    }

    @Test
    void functionsKnowWhatCloudFrontShows() {
        var origin = Template.listOf(USUAL.property("Distribution", "DistributionConfig", "Origins")).stream()
                .map(Template::map).filter(each -> "functions".equals(each.get("Id"))).findFirst().orElseThrow();
        var shown = List.of(Map.of("HeaderName", FormRequest.EDGE_FIELD, "HeaderValue", "${Secrets.EdgeKey}"));

        assertEquals(shown, origin.get("OriginCustomHeaders"));
        var behindPages = STACK.resources("AWS::ApiGatewayV2::Integration")
                .map(each -> each.string("IntegrationUri").replaceAll("^\\$\\{(.+)\\.Alias}$", "$1"))
                .collect(Collectors.toSet());
        for (var function : STACK.functions()) {
            var variables = function.find("Environment", "Variables").orElseThrow();
            assertEquals(behindPages.contains(function.name()) ? "${Secrets.EdgeKey}" : null,
                    Template.map(USUAL.value(variables)).get("CLUBPOST_EDGE_KEY"), function.name());
            assertFalse(Template.map(PLAIN.value(variables)).containsKey("CLUBPOST_EDGE_KEY"), function.name());
        }
    }

    // ---- Records

    private static Set<String> records(Deployment deployment, String group) {
        return Template.listOf(deployment.property(group, "RecordSets")).stream().map(Template::map)
                .map(set -> set.get("Name") + " " + set.get("Type") + " " + (set.containsKey("AliasTarget")
                        ? Template.map(set.get("AliasTarget")).get("DNSName")
                        : Template.listOf(set.get("ResourceRecords")).getFirst()))
                .collect(Collectors.toSet());
    }

    /** Whoever has a zone in Route 53 gets the records that the others copy from the outputs. */
    @Test
    void mailRecordsAreThoseOfTheOutputs() {
        var told = OWN_NAME.outputs().stream().filter(name -> name.contains("Record")).map(OWN_NAME::output)
                .collect(Collectors.toSet());

        assertEquals(7, told.size());
        assertEquals(told, records(OWN_NAME, "MailRecords"));
    }

    @Test
    void nameOfThePagesIsWrittenWhenThereIsOne() {
        assertEquals(Set.of(SITE + " A ${Distribution.DomainName}", SITE + " AAAA ${Distribution.DomainName}"),
                records(OWN_NAME, "PagesRecords"));
        assertEquals(Set.of(SITE + " A ${OwnName.RegionalDomainName}"), records(PLAIN_OWN_NAME, "PagesRecords"));
        assertFalse(deployment("HostedZoneId", "Z1").resources().contains("PagesRecords"));
    }

    @Test
    void withoutAZoneThereIsNoRecord() {
        assertFalse(typesOf(USUAL).contains("AWS::Route53::RecordSetGroup"));
        assertFalse(deployment("SiteHost", SITE).resources().contains("PagesRecords"));
    }

    // ---- edge.yaml

    @Test
    void whoPostsTheFormsAllTheTimeIsStopped() {
        var acl = new Deployment(EDGE, Map.of());
        var rule = Template.map(Template.listOf(acl.property("WebAcl", "Rules")).getFirst());
        var rate = Template.map(Template.map(rule.get("Statement")).get("RateBasedStatement"));

        assertEquals("CLOUDFRONT", acl.property("WebAcl", "Scope"));
        assertEquals(Map.of("Allow", Map.of()), acl.property("WebAcl", "DefaultAction"));
        assertEquals(Map.of("Block", Map.of()), rule.get("Action"));
        assertEquals("IP", rate.get("AggregateKeyType"));
        var about = String.valueOf(rate.get("ScopeDownStatement"));
        assertTrue(about.contains("SearchString=POST"), about);
        assertTrue(Stream.of("/subscribe", "/leave", "/address", "/erase", "/rooms/sign-in")
                .allMatch(path -> about.contains("SearchString=" + path + ",")), about);
    }

    /** Pricing Plan Manager API Reference, CreateSubscription: exactly one distribution and one web ACL. */
    @Test
    void planIsForTheDistributionAndItsWebAclOnceItIsThere() {
        var distribution = "arn:aws:cloudfront::111122223333:distribution/E1";

        assertFalse(new Deployment(EDGE, Map.of()).resources().contains("Plan"));
        var plan = new Deployment(EDGE, Map.of("DistributionArn", distribution));
        assertEquals(List.of(distribution, "${WebAcl.Arn}"), plan.property("Plan", "ResourceArns"));
        assertEquals("FREE", plan.property("Plan", "PlanTier"));
        assertTrue(OWN_NAME.output("DistributionArn").endsWith(":distribution/${Distribution}"));
    }

    @Test
    void webAclIsTakenWhenItIsGiven() {
        var arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/club/1";

        assertEquals(arn, deployment("WebAclArn", arn).property("Distribution", "DistributionConfig", "WebACLId"));
        assertFalse(Template.map(USUAL.property("Distribution", "DistributionConfig")).containsKey("WebACLId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/site/index.en.html", "/robots.txt"})
    void pagesThatAreTheSameForEverybodyAreThere(String path) {
        assertTrue(StaticFiles.of(Site.load()).find(path).isPresent());
    }
}
