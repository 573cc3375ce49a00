package io.playcaller.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class OracleArchTest {

    @Test
    void nobodyButTheReaderOfStoredStatesAndTheReplayUsesTheEngine() {
        noClasses()
                .that(not(belongToAnyOf(StoredFacts.class, Replay.class)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.playcaller.health..")
                .check(new ClassFileImporter().importPackages("io.playcaller.system"));
    }
}
