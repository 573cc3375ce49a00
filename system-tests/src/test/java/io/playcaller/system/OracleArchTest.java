package io.playcaller.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class OracleArchTest {

    @Test
    void nobodyButTheReaderOfStoredStatesUsesTheEngine() {
        noClasses()
                .that()
                .doNotHaveSimpleName("StoredFacts")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.playcaller.health..")
                .check(new ClassFileImporter().importPackages("io.playcaller.system"));
    }
}
