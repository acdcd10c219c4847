package org.clubpost;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.function.Supplier;
import org.clubpost.angus.Angus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the rule itself to classes that keep it and classes that do not. */
final class SetAngusUpFirstTest {

    /** Nothing sets up what it uses. */
    static final class Careless {

        InternetAddress nobody() {
            return new InternetAddress();
        }
    }

    /** The same, hidden in a lambda. */
    static final class CarelessByReference {

        Supplier<InternetAddress> nobody() {
            return InternetAddress::new;
        }
    }

    /** It calls a static method of a class of theirs. */
    static final class CarelessByMethod {

        Session session() {
            return Session.getInstance(new Properties());
        }
    }

    /** The field is set before the block runs. */
    static final class Late {

        static final InternetAddress NOBODY = new InternetAddress();

        static {
            Angus.lenient();
        }
    }

    /** Its superclass is initialized before the block runs. */
    static class Heir extends MimeMessage {

        static {
            Angus.lenient();
        }

        Heir(Session session) {
            super(session);
        }
    }

    /** As all of ours. */
    static final class Careful {

        static {
            Angus.lenient();
        }

        static final InternetAddress NOBODY = new InternetAddress();

        /** Can be used without the class around it. */
        static final class Open {

            InternetAddress nobody() {
                return new InternetAddress();
            }
        }

        private static final class Hidden extends MimeMessage {

            private Hidden(Session session) {
                super(session);
            }
        }

        MimeMessage mail() {
            return new Hidden(Session.getInstance(new Properties()));
        }
    }

    /** Who has an instance is not the first. */
    static final class Reader {

        String name(InternetAddress address) {
            return address.getPersonal();
        }
    }

    private static boolean keeps(Class<?> sample) {
        var classes = new ClassFileImporter().importClasses(sample, sample.getEnclosingClass());
        return !classes().that(equivalentTo(sample)).should(new SetAngusUpFirst()).evaluate(classes).hasViolation();
    }

    @ParameterizedTest
    @ValueSource(classes = {Careful.class, Careful.Hidden.class, Reader.class})
    void classThatIsSetUpKeepsTheRule(Class<?> sample) {
        assertTrue(keeps(sample));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Careless.class, CarelessByReference.class, CarelessByMethod.class, Late.class, Heir.class,
                    Careful.Open.class})
    void classThatIsNotBreaksIt(Class<?> sample) {
        assertFalse(keeps(sample));
    }
}
