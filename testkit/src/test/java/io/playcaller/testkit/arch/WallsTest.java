package io.playcaller.testkit.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallsTest {

    @Test
    void aWallClockReadInAnyFormIsFound() {
        assertBreach(Walls.timeIsHandedIn(), ReadsInstant.class);
        assertBreach(Walls.timeIsHandedIn(), ReadsMillis.class);
        assertBreach(Walls.timeIsHandedIn(), ReadsDateInZone.class);
        assertBreach(Walls.timeIsHandedIn(), ReadsSystemClock.class);
    }

    @Test
    void timeFromAClockThatIsHandedInIsFine() {
        assertThat(breaches(Walls.timeIsHandedIn(), AsksItsClock.class)).isFalse();
    }

    @Test
    void sqlThatAsksAnotherClockIsFoundEvenWhenItIsPutTogether() {
        assertBreach(Walls.sqlAsksPlaycallersClock(), DueByNow.class);
        assertBreach(Walls.sqlAsksPlaycallersClock(), DueByNowPutTogether.class);
    }

    @Test
    void sqlThatAsksOursIsFine() {
        assertThat(breaches(Walls.sqlAsksPlaycallersClock(), DueByPlaycallersNow.class))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 where due_at <= now()",
                "UPDATE t SET at = CURRENT_TIMESTAMP",
                "insert into t values (localtimestamp)"
            })
    void everySpellingOfAnotherClockCounts(String sql) {
        assertThat(SqlClock.asksForeignClock(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select playcaller_now()",
                "update lease set until = clock_timestamp()",
                "select the account that is now() bad",
                "known_now() where"
            })
    void whatOnlyLooksLikeItDoesNotCount(String sql) {
        boolean prose = sql.contains("account");

        assertThat(SqlClock.asksForeignClock(sql)).isEqualTo(prose);
    }

    @Test
    void anInjectedFieldIsFound() {
        assertBreach(Walls.noFieldInjection(), InjectsField.class);
        assertThat(breaches(Walls.noFieldInjection(), AsksItsClock.class)).isFalse();
    }

    @Test
    void coreThatKnowsAFrameworkIsFound() {
        assertBreach(Walls.coreIsPure(), InjectsField.class);
        assertThat(breaches(Walls.coreIsPure("..arch.."), InjectsField.class)).isFalse();
    }

    @Test
    void aRootWithoutClassesIsNoSilentPass() {
        assertThatThrownBy(() -> Walls.ofEngine("io.playcaller.nowhere").check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no class below io.playcaller.nowhere");
    }

    @Test
    void breachesOfAllWallsAreSaidTogether() {
        assertThatThrownBy(() -> Walls.ofService("io.playcaller.testkit").check())
                .hasMessageContaining("core knows no framework")
                .hasMessageContaining("nobody reads the wall clock");
    }

    @Test
    void theArchPackageItselfIsALibraryAndNoEngine() {
        assertThatCode(() -> Walls.ofLibrary("io.playcaller.testkit.arch").check())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Walls.ofEngine("io.playcaller.testkit.arch").check())
                .hasMessageContaining("an engine stands on the JDK and the contracts");
    }

    @Test
    void anEngineThatReadsAFileIsFound() {
        String root = "io.playcaller.testkit.arch";

        assertBreach(Walls.standsOnTheJdkAndTheContracts(root), ReadsFile.class);
        assertThat(breaches(Walls.standsOnTheJdkAndTheContracts(root), AsksItsClock.class))
                .isFalse();
    }

    private static void assertBreach(ArchRule rule, Class<?> type) {
        assertThat(breaches(rule, type)).as(type.getSimpleName()).isTrue();
    }

    private static boolean breaches(ArchRule rule, Class<?> type) {
        JavaClasses imported = new ClassFileImporter().importClasses(type);
        return rule.evaluate(imported).hasViolation();
    }

    static class ReadsInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static class ReadsMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static class ReadsDateInZone {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static class ReadsSystemClock {
        Instant now() {
            return Clock.systemUTC().instant();
        }
    }

    static class AsksItsClock {
        private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        LocalDate today() {
            return LocalDate.now(clock);
        }
    }

    static class DueByNow {
        String sql() {
            return "select id from timer where due_at <= now()";
        }
    }

    static class DueByNowPutTogether {
        String sql(String table) {
            return "select id from " + table + " where due_at <= now()";
        }
    }

    static class DueByPlaycallersNow {
        String sql() {
            return "select id from timer where due_at <= playcaller_now() and lease_until < clock_timestamp()";
        }
    }

    static class ReadsFile {
        boolean there() {
            return Files.exists(Path.of("model.yaml"));
        }
    }

    static class InjectsField {
        @Inject
        Runnable task;
    }
}
