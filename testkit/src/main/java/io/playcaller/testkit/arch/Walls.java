package io.playcaller.testkit.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The walls around and inside a module. Below a feature's package, {@code app} is its shell, {@code in} and {@code out} are
 * its adapters; {@code config} holds configuration; everything else is core.
 *
 * <pre>
 * class PlayRouterArchTest {
 *     &#64;Test
 *     void theWallsStand() {
 *         Walls.ofService("io.playcaller.router").check();
 *     }
 * }
 * </pre>
 */
public final class Walls {

    private static final String[] SHELL = {"..app..", "..in..", "..out..", "..config.."};

    /** Modules below a service's package that others may use. */
    private static final String[] LIBRARIES = {
        "io.playcaller.health.engine..",
        "io.playcaller.health.model..",
        "io.playcaller.forecast.engine..",
        "io.playcaller.forecast.lab.."
    };

    private static final List<String> SERVICES = List.of(
            "io.playcaller.ingest",
            "io.playcaller.health",
            "io.playcaller.router",
            "io.playcaller.forecast",
            "io.playcaller.console");

    private static final Map<String, JavaClasses> PRODUCTION = new ConcurrentHashMap<>();

    private final String root;
    private final List<ArchRule> rules;

    private Walls(String root, List<ArchRule> rules) {
        this.root = root;
        this.rules = rules;
    }

    /**
     * All walls of a service.
     *
     * @param root its package
     * @param alsoShell further packages that are no core, such as {@code ..wiring..}
     */
    public static Walls ofService(String root, String... alsoShell) {
        return new Walls(root, service(root, noCyclesBetweenFeatures(root), alsoShell));
    }

    /** The same where one transaction spans features: their shells and adapters use each other, their cores form no circle. */
    public static Walls ofServiceWithSharedTransactions(String root, String... alsoShell) {
        return new Walls(root, service(root, noCyclesBetweenCores(root), alsoShell));
    }

    private static List<ArchRule> service(String root, ArchRule cycles, String... alsoShell) {
        return List.of(
                coreIsPure(alsoShell),
                noFieldInjection(),
                cycles,
                timeIsHandedIn(),
                sqlAsksPlaycallersClock(),
                servicesAreStrangers(root));
    }

    /** All walls of an engine: it stands on the JDK and the contracts, and time is an argument. */
    public static Walls ofEngine(String root) {
        return new Walls(
                root, List.of(standsOnTheJdkAndTheContracts(root), noCyclesBetweenFeatures(root), timeIsHandedIn()));
    }

    /** The walls of a library or a tool: what it is made of is its own affair. */
    public static Walls ofLibrary(String root) {
        return new Walls(
                root,
                List.of(
                        noFieldInjection(),
                        noCyclesBetweenFeatures(root),
                        timeIsHandedIn(),
                        sqlAsksPlaycallersClock(),
                        servicesAreStrangers(root)));
    }

    /** @throws AssertionError listing every breach of every wall */
    public void check() {
        JavaClasses production = productionClasses(root);
        if (production.isEmpty()) {
            throw new AssertionError("no class below " + root);
        }
        List<String> breaches = rules.stream()
                .map(rule -> rule.evaluate(production))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString())
                .toList();
        if (!breaches.isEmpty()) {
            throw new AssertionError(String.join("\n\n", breaches));
        }
    }

    /** The classes that a module ships below the package, without tests; read once in a JVM. */
    public static JavaClasses productionClasses(String root) {
        return PRODUCTION.computeIfAbsent(root, Walls::read);
    }

    private static JavaClasses read(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
    }

    /** Core knows neither frameworks nor the outside. */
    public static ArchRule coreIsPure(String... alsoShell) {
        String[] shell = Stream.concat(Stream.of(SHELL), Stream.of(alsoShell)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(shell)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Outside.PACKAGES)
                .allowEmptyShould(true)
                .as("core knows no framework, store or wire");
    }

    /** Nothing here knows frameworks, the outside, or a part of the JDK that does I/O. */
    public static ArchRule standsOnTheJdkAndTheContracts(String root) {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math",
                        "java.nio.charset",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "io.playcaller.contracts..",
                        root + "..")
                .as("an engine stands on the JDK and the contracts");
    }

    /** What a class needs, its constructor says. */
    public static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
                .allowEmptyShould(true)
                .as("no field is injected");
    }

    /** Features form no circle. */
    public static ArchRule noCyclesBetweenFeatures(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("features form no circle");
    }

    /** The cores of features, which are their own packages without {@code app}, {@code in} and {@code out}, form no circle. */
    public static ArchRule noCyclesBetweenCores(String root) {
        return slices().matching(root + ".(*)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("cores of features form no circle");
    }

    /** Time is an argument or comes from the clock; durations may use {@code System.nanoTime}. */
    public static ArchRule timeIsHandedIn() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..clock..")
                .should()
                .callMethodWhere(WallClock.READ)
                .orShould()
                .callConstructor(java.util.Date.class)
                .as("nobody reads the wall clock outside a clock package");
    }

    /** SQL text asks {@code playcaller_now()}, or {@code clock_timestamp()} for leases. */
    public static ArchRule sqlAsksPlaycallersClock() {
        return classes().should(new SqlClock()).as("SQL asks playcaller_now() or clock_timestamp()");
    }

    /** A service meets the others in topics and HTTP only. */
    public static ArchRule servicesAreStrangers(String root) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(root))
                .map(other -> other + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(others).and(not(resideInAnyPackage(LIBRARIES))))
                .as("services do not know each other's classes");
    }
}
