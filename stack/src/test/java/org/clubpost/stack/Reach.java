package org.clubpost.stack;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function's code can get to, read from the byte code: from its constructor and {@code handleRequest} to
 * whatever these call, and so on. A call of an interface's or a superclass's method leads to that method in every class
 * of ours of which something on the way makes an object (rapid type analysis), so that {@code Posts.find} leads to
 * {@code DynamoPosts.find} only where a {@code DynamoPosts} is made.
 *
 * <p>It finds too much rather than too little: a call behind a condition that never holds counts.
 */
final class Reach {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.clubpost");

    private static final Map<JavaClass, Kind> KINDS = new ConcurrentHashMap<>();

    private final Set<JavaCodeUnit> reached = new HashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();
    private final Set<JavaClass> made = new HashSet<>();
    private final Set<CodeUnitAccessTarget> dispatched = new HashSet<>();
    private final Set<String> foreign = new TreeSet<>();

    private Reach() {}

    static Reach of(String handler) {
        var reach = new Reach();
        var entry = OURS.get(handler);
        reach.make(entry);
        entry.getConstructors().stream().filter(constructor -> constructor.getRawParameterTypes().isEmpty())
                .forEach(reach::add);
        entry.getMethods().stream().filter(method -> method.getName().equals("handleRequest")).forEach(reach::add);
        while (!reach.open.isEmpty()) {
            reach.follow(reach.open.pop());
        }
        return reach;
    }

    /**
     * The methods of other people's classes that are called, as {@code DynamoDbClient.getItem} and {@code
     * TransactWriteItem$Builder.put}.
     */
    Set<String> foreignCalls() {
        return Set.copyOf(foreign);
    }

    /** The methods of ours that are called, as {@code Environment.table}. */
    Set<String> ownCalls() {
        return reached.stream().map(unit -> unit.getOwner().getSimpleName() + "." + unit.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods of ours that call this one, and are themselves called; all as {@code Environment.table}. */
    Set<String> callersOf(String called) {
        return reached.stream().filter(unit -> Stream
                .of(unit.getMethodCallsFromSelf(), unit.getConstructorCallsFromSelf())
                .flatMap(Collection::stream).map(access -> (CodeUnitAccessTarget) access.getTarget())
                .anyMatch(target -> called.equals(target.getOwner().getSimpleName() + "." + target.getName())))
                .map(unit -> unit.getOwner().getSimpleName() + "." + unit.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The simple names of the classes of which objects are made. */
    Set<String> madeClasses() {
        return made.stream().map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    private void follow(JavaCodeUnit unit) {
        Stream.of(unit.getMethodCallsFromSelf(), unit.getConstructorCallsFromSelf(),
                unit.getMethodReferencesFromSelf(), unit.getConstructorReferencesFromSelf())
                .flatMap(Collection::stream).forEach(access -> call((CodeUnitAccessTarget) access.getTarget()));
        unit.getFieldAccesses().forEach(access -> initialise(access.getTargetOwner()));
    }

    private void call(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        if (owner.isArray()) {
            return; // A copy of an array.
        }
        if (!isOurs(owner)) {
            foreign.add(owner.getName().substring(owner.getPackageName().length() + 1) + "." + target.getName());
            return;
        }
        initialise(owner);
        if (target.getName().equals("<init>")) {
            make(owner);
        }
        target.resolveMember().ifPresent(member -> add((JavaCodeUnit) member));
        if (dispatched.add(target)) {
            Set.copyOf(made).forEach(each -> dispatch(target, each));
        }
    }

    /** An object of that class may be what a call so far was about. */
    private void make(JavaClass type) {
        if (isOurs(type) && made.add(type)) {
            initialise(type);
            Set.copyOf(dispatched).forEach(target -> dispatch(target, type));
            KINDS.computeIfAbsent(type, Kind::of).calledByOthers().forEach(this::add);
        }
    }

    private void dispatch(CodeUnitAccessTarget target, JavaClass type) {
        var kind = KINDS.computeIfAbsent(type, Kind::of);
        if (kind.names().contains(target.getOwner().getName())) {
            kind.methods().getOrDefault(signature(target.getName(), target.getRawParameterTypes().size()), List.of())
                    .forEach(this::add);
        }
    }

    private static String signature(String name, int parameters) {
        return name + "/" + parameters;
    }

    /**
     * What is asked again and again of a class of ours.
     *
     * @param names its own, and those of whatever it extends and implements
     * @param methods those that it has or inherits from ours, by name and number of parameters
     * @param calledByOthers those that other people's code calls through its own interfaces: comparators, iterators,
     *        interceptors, records in sets
     */
    private record Kind(Set<String> names, Map<String, List<JavaCodeUnit>> methods,
            List<JavaCodeUnit> calledByOthers) {

        static Kind of(JavaClass type) {
            var all = Stream.of(Stream.of(type), type.getAllRawSuperclasses().stream(),
                    type.getAllRawInterfaces().stream()).flatMap(each -> each).toList();
            var methods = all.stream().filter(Reach::isOurs).flatMap(each -> each.getMethods().stream())
                    .map(JavaCodeUnit.class::cast)
                    .collect(Collectors.groupingBy(
                            each -> signature(each.getName(), each.getRawParameterTypes().size())));
            var calledByOthers = Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                    .filter(Reach::isOurs).flatMap(Kind::overridesOfForeign).toList();
            return new Kind(all.stream().map(JavaClass::getName).collect(Collectors.toSet()), methods,
                    calledByOthers);
        }

        private static Stream<JavaCodeUnit> overridesOfForeign(JavaClass type) {
            var foreign = Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                    .filter(each -> !isOurs(each)).flatMap(each -> each.getMethods().stream())
                    .map(JavaCodeUnit::getName).collect(Collectors.toSet());
            return type.getMethods().stream().filter(method -> foreign.contains(method.getName()))
                    .map(JavaCodeUnit.class::cast);
        }
    }

    private void initialise(JavaClass type) {
        if (isOurs(type)) {
            type.getStaticInitializer().ifPresent(this::add);
        }
    }

    private void add(JavaCodeUnit unit) {
        if (reached.add(unit)) {
            open.push(unit);
        }
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.clubpost");
    }
}
