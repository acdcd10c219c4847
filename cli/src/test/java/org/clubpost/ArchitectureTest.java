package org.clubpost;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the arrows of docs/architecture.md, and what the style page says of all code. */
final class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.clubpost");
    private static final List<String> FUNCTIONS = List.of("subscribe", "confirm", "unsubscribe", "distribute",
            "moderate", "admin", "feedback", "setup", "cognito");
    /** Where it is decided what becomes of a mail, a post, a copy or a member. */
    private static final String[] USE_CASES = {"org.clubpost.core.care..", "org.clubpost.core.delivery..",
            "org.clubpost.core.moderation..", "org.clubpost.core.outbox..", "org.clubpost.core.subscription..",
            "org.clubpost.mail.receive..", "org.clubpost.mail.route..", "org.clubpost.mail.rule..",
            "org.clubpost.function.."};
    private static final String[] EDGES = {"org.clubpost.aws..", "org.clubpost.local..", "org.clubpost.cli..",
            "org.clubpost.function.."};

    @Test
    void coreUsesNothingButTheJdk() {
        classes().that().resideInAPackage("org.clubpost.core..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("org.clubpost.core..", "java..", "javax.crypto..", "javax.xml.stream..",
                        "org.jspecify..")
                .check(OURS);
    }

    @Test
    void mailUsesOnlyCore() {
        noClasses().that().resideInAPackage("org.clubpost.mail..").should()
                .dependOnClassesThat(oursOutside("core", "angus", "mail")).check(OURS);
    }

    @Test
    void angusIsSetUpBeforeItsFirstUse() {
        noClasses().that().resideInAPackage("org.clubpost.angus..").should()
                .dependOnClassesThat(oursOutside("angus")).check(OURS);
        classes().should(new SetAngusUpFirst()).check(OURS);
    }

    @Test
    void adaptersUseOnlyCore() {
        noClasses().that().resideInAPackage("org.clubpost.aws..").should()
                .dependOnClassesThat(oursOutside("core", "aws")).check(OURS);
        noClasses().that().resideInAPackage("org.clubpost.notices..").should()
                .dependOnClassesThat(oursOutside("core", "angus", "site", "notices"))
                .check(OURS);
        noClasses().that().resideInAPackage("org.clubpost.people..").should()
                .dependOnClassesThat(oursOutside("core", "people")).check(OURS);
        noClasses().that().resideInAPackage("org.clubpost.site..").should()
                .dependOnClassesThat(oursOutside("core", "site")).check(OURS);
    }

    @Test
    void functionsDoNotSeeEachOther() {
        for (var function : FUNCTIONS) {
            var others = FUNCTIONS.stream().filter(other -> !other.equals(function))
                    .map(other -> "org.clubpost.function." + other + "..")
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage("org.clubpost.function." + function + "..").should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others).check(OURS);
        }
    }

    @Test
    void onlyWiringTouchesAdaptersFromAFunction() {
        for (var function : FUNCTIONS) {
            noClasses().that().resideInAPackage("org.clubpost.function." + function + "..").and()
                    .haveNameNotMatching(".*\\.(Wiring|MailRooms|ApiTable|Shared)(\\$.*)?").should()
                    .dependOnClassesThat(resideInAPackage("org.clubpost.aws..").and(DescribedPredicate.not(
                            resideInAnyPackage("org.clubpost.aws.event..", "org.clubpost.aws.log..",
                                    "org.clubpost.aws.resource.."))))
                    .check(OURS);
        }
    }

    @Test
    void signingUpDoesNotLoadWhatDistributionNeeds() {
        noClasses().that().resideInAnyPackage("org.clubpost.function.subscribe..", "org.clubpost.function.confirm..",
                "org.clubpost.function.unsubscribe..", "org.clubpost.function.cognito..").should()
                .dependOnClassesThat().resideInAPackage("org.clubpost.mail..").check(OURS);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.clubpost.(**)").should().beFreeOfCycles().check(OURS);
    }

    /** A word for what became of something invites its caller to compare words, and no compiler sees a case missing. */
    @Test
    void resultsAreTypesAndNoWords() {
        classes().that(resideInAnyPackage(USE_CASES)).and().areRecords().and(areCasesOfAResult()).should(
                holdNoTextBut(Set.of("Receive$Outcome$Taken.rule", "Handling$Leave.token",
                        "SendOutcome$Accepted.messageId", "SignUpFields$Reading$Good.form",
                        "SignUpFields$Reading$Good.wording", "Written$Wrong.field", "Written$Wrong.text")))
                .check(OURS);
        noMethods().that().areDeclaredInClassesThat(resideInAnyPackage("org.clubpost.core.care",
                "org.clubpost.core.delivery", "org.clubpost.core.moderation", "org.clubpost.mail.receive"))
                .and().areDeclaredInClassesThat().areNotRecords().and().areDeclaredInClassesThat().areNotInterfaces()
                .and().haveNameNotMatching("toString|key|counted|cut|lambda.*")
                .and().areDeclaredInClassesThat().doNotHaveSimpleName("Fingerprint")
                .should().haveRawReturnType(String.class).check(OURS);
    }

    @Test
    void nothingBranchesOnAWordOfOurs() {
        for (var comparison : List.of("equals", "equalsIgnoreCase", "contentEquals", "startsWith", "endsWith")) {
            noClasses().that().resideInAnyPackage("org.clubpost.core.care..", "org.clubpost.core.delivery..",
                    "org.clubpost.core.moderation..", "org.clubpost.core.post..", "org.clubpost.core.subscription..",
                    "org.clubpost.mail.receive..", "org.clubpost.function.distribute..",
                    "org.clubpost.function.moderate..")
                    // It reads the words of a stored form.
                    .and().doNotHaveFullyQualifiedName("org.clubpost.core.subscription.Invitation")
                    .should().callMethodWhere(isOnText(comparison)).check(OURS);
        }
        // These read what the DNS and AWS say.
        noClasses().that().resideInAPackage("org.clubpost.cli.doctor.check..").and().doNotHaveSimpleName("DmarcCheck")
                .and().doNotHaveSimpleName("MailFromCheck").and().doNotHaveSimpleName("FunctionsCheck")
                .and().doNotHaveSimpleName("AlarmsCheck").and().doNotHaveSimpleName("StackCheck")
                .should().callMethodWhere(isOnText("startsWith"))
                .check(OURS);
    }

    @Test
    void rulesAndStepsAreFinal() {
        classes().that().resideInAnyPackage("org.clubpost.mail.rule..", "org.clubpost.mail.step..").and()
                .areNotInterfaces().and()
                .areTopLevelClasses().should().haveModifier(JavaModifier.FINAL).check(OURS);
    }

    @Test
    void timeAndEnvironmentComeInAtTheEdges() {
        noClasses().that().resideOutsideOfPackages(EDGES).should().callMethod(Instant.class, "now").orShould()
                .callMethod(Clock.class, "systemUTC").orShould().callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis").check(OURS);
    }

    @Test
    void onlyTheCommandLineWritesToTheConsole() {
        noClasses().that().resideOutsideOfPackages("org.clubpost.cli..", "org.clubpost.local..").should()
                .accessField(System.class, "out")
                .orShould().accessField(System.class, "err").check(OURS);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        for (var javaClass : OURS) {
            var itsPackage = javaClass.getPackage();
            assertTrue(itsPackage.tryGetAnnotationOfType(NullMarked.class).isPresent(),
                    () -> itsPackage.getName() + " has no package-info that is marked @NullMarked");
        }
    }

    private static DescribedPredicate<JavaClass> areCasesOfAResult() {
        return DescribedPredicate.describe("are cases of a sealed type",
                record -> record.getRawInterfaces().stream().anyMatch(type -> type.reflect().isSealed()));
    }

    private static ArchCondition<JavaClass> holdNoTextBut(Set<String> allowed) {
        return new ArchCondition<>("hold no text but " + allowed) {

            @Override
            public void check(JavaClass record, ConditionEvents events) {
                record.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> field.getRawType().isEquivalentTo(String.class))
                        .filter(field -> !allowed.contains(
                                record.getName().substring(record.getPackageName().length() + 1) + "."
                                        + field.getName()))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(field,
                                field.getFullName() + " is a word where a type should be")));
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> isOnText(String method) {
        return DescribedPredicate.describe("String." + method,
                call -> call.getTarget().getOwner().isEquivalentTo(String.class)
                        && call.getTarget().getName().equals(method));
    }

    private static DescribedPredicate<JavaClass> oursOutside(String... modules) {
        var allowed = List.of(modules).stream().map(module -> "org.clubpost." + module + "..").toArray(String[]::new);
        return resideInAPackage("org.clubpost..").and(JavaClass.Predicates.resideOutsideOfPackages(allowed));
    }
}
