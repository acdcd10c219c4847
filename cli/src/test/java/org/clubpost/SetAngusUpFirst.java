package org.clubpost;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaConstructorReference;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.clubpost.angus.Angus;

/**
 * What {@link Angus} asks of each class that can be the first to initialize one of Angus Mail (Java Language
 * Specification 12.4.1): a static block that begins with {@link Angus#lenient()}. A private or anonymous class may
 * leave it to the one that it is nested in. A class that extends one of theirs must, because its superclass is
 * initialized before it.
 */
final class SetAngusUpFirst extends ArchCondition<JavaClass> {

    /** Angus, and the libraries that use it by themselves. */
    private static final DescribedPredicate<JavaClass> ANGUS = resideInAnyPackage("jakarta.mail..",
            "org.eclipse.angus..", "org.apache.commons.mail2..", "org.subethamail.smtp.server..");

    SetAngusUpFirst() {
        super("set Angus up before they use it");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        if (!isSetUp(javaClass)) {
            first(javaClass).forEach(use -> events.add(SimpleConditionEvent.violated(javaClass, use.getDescription())));
        }
    }

    /** The uses that initialize a class of Angus, unless that has been done. */
    private static Stream<JavaAccess<?>> first(JavaClass javaClass) {
        return javaClass.getAccessesFromSelf().stream().filter(SetAngusUpFirst::isInitializing);
    }

    private static boolean isInitializing(JavaAccess<?> use) {
        return ANGUS.test(use.getTargetOwner()) && (use instanceof JavaConstructorCall
                || use instanceof JavaConstructorReference
                || use.getTarget().resolveMember().filter(SetAngusUpFirst::needsAnInstance).isEmpty());
    }

    private static boolean needsAnInstance(JavaMember member) {
        return !member.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean isSetUp(JavaClass javaClass) {
        var byItself = !isHeir(javaClass)
                && javaClass.getStaticInitializer().filter(SetAngusUpFirst::beginsWithIt).isPresent();
        return byItself || (isHidden(javaClass)
                && javaClass.getEnclosingClass().filter(SetAngusUpFirst::isSetUp).isPresent());
    }

    private static boolean isHeir(JavaClass javaClass) {
        return javaClass.getAllRawSuperclasses().stream().anyMatch(ANGUS);
    }

    private static boolean isHidden(JavaClass javaClass) {
        return javaClass.isAnonymousClass() || javaClass.isLocalClass()
                || javaClass.getModifiers().contains(JavaModifier.PRIVATE);
    }

    private static boolean beginsWithIt(JavaStaticInitializer block) {
        var firstUse = block.getAccessesFromSelf().stream().filter(SetAngusUpFirst::isInitializing)
                .mapToInt(JavaAccess::getLineNumber).min().orElse(Integer.MAX_VALUE);
        return block.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Angus.class))
                .anyMatch(call -> call.getLineNumber() < firstUse);
    }
}
