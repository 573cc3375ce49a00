package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.RoleTerm;
import io.playcaller.router.staff.StaffMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFileTest {

    @TempDir
    private Path directory;

    @Test
    void whatThereIsToSayOfSomebodyIsRead() throws IOException {
        StaffMember ana = people("""
                people:
                  - id: ana
                    name: Ana Lima
                    email: ana@example.com
                    roles: [csm]
                    role-terms: [{role: onboarding, from: 2026-01-01, until: 2026-06-30}]
                    deputy: ben
                    pod: north
                    team: emea
                    languages: [en, pt]
                    skills: [billing]
                    leaves-at: 2026-12-31T18:00:00+01:00
                    identities: {slack: U024BE7LH}
                    notify: [mail]
                  - {id: ben, name: Ben, email: ben@example.com, roles: []}
                """).get(0);

        assertThat(ana.roles())
                .containsExactly(
                        RoleTerm.always("csm"),
                        new RoleTerm("onboarding", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)));
        assertThat(ana.place().deputy()).isEqualTo("ben");
        assertThat(ana.place().pod()).isEqualTo("north");
        assertThat(ana.place().team()).isEqualTo("emea");
        assertThat(ana.abilities().languages()).containsExactlyInAnyOrder("en", "pt");
        assertThat(ana.abilities().skills()).containsExactly("billing");
        assertThat(ana.hasLeft(Instant.parse("2026-12-31T17:00:00Z"))).isTrue();
        assertThat(ana.hasLeft(Instant.parse("2026-12-31T16:59:59Z"))).isFalse();
        assertThat(ana.identityIn("slack")).contains("U024BE7LH");
        assertThat(ana.identityIn("jira")).isEmpty();
        assertThat(ana.isToldBy("mail")).isTrue();
        assertThat(ana.isToldBy("slack")).isFalse();
    }

    @Test
    void anOlderFileMeansWhatItMeant() throws IOException {
        StaffMember ana = people("people: [{id: ana, name: Ana, email: a@x, roles: [csm]}]\n")
                .get(0);

        assertThat(ana.holds("csm", LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(ana.isToldBy("slack")).isTrue();
        assertThat(ana.hasLeft(Instant.MAX)).isFalse();
    }

    @Test
    void everyFaultIsSaidAtOnce() throws IOException {
        assertThat(faults("""
                people:
                  - {id: a, name: A, email: a@x, roles: [], deputy: a, identities: {slack: U1}, languages: [german]}
                  - {id: b, name: B, email: b@x, roles: [], deputy: z, identities: {slack: U1}, leaves-at: soon}
                  - id: c
                    name: C
                    email: c@x
                    roles: []
                    role-terms: [{role: pilot, from: 2026-02-01, until: 2026-01-01}]
                """))
                .anySatisfy(fault -> assertThat(fault).contains("people[0].deputy: is the person themselves"))
                .anySatisfy(fault -> assertThat(fault).contains("people[0].languages: is no language: german"))
                .anySatisfy(fault -> assertThat(fault).contains("people[1].deputy: there is no person z"))
                .anySatisfy(fault -> assertThat(fault).contains("people[1].identities.slack: is that of a"))
                .anySatisfy(fault -> assertThat(fault).contains("people[1].leaves-at: is no instant: soon"))
                .anySatisfy(fault -> assertThat(fault).contains("role-terms[0].role: there is no role pilot"))
                .anySatisfy(fault -> assertThat(fault).contains("role-terms[0].until: stands before from"))
                .hasSize(7);
    }

    @Test
    void whoSignsInUnderAnotherNameIsKnownByTheStatedLogin() throws IOException {
        Directory known = files("""
                people:
                  - {id: ana, name: Ana, email: ana@x, roles: [], identities: {login: Ana.Lima@sso.x}}
                  - {id: ben, name: Ben, email: ben@x, roles: []}
                """).contents().read().directory();

        assertThat(known.login("ana.lima@sso.x")).map(StaffMember::staffId).contains("ana");
        assertThat(known.login("ana@x")).map(StaffMember::staffId).contains("ana");
        assertThat(known.person("ana").orElseThrow().overridesAddress())
                .isEqualTo("/v1/overrides?author=ana&author=ana%40x&author=Ana.Lima%40sso.x");
    }

    @Test
    void aLoginIsNobodyElsesLoginAddressOrId() throws IOException {
        assertThat(faults("""
                people:
                  - {id: a, name: A, email: a@x, roles: [], identities: {login: a@x}}
                  - {id: b, name: B, email: b@x, roles: [], identities: {login: A@x}}
                  - {id: c, name: C, email: c@x, roles: [], identities: {login: b}}
                  - {id: d, name: D, email: d@x, roles: [], identities: {login: sso-7}}
                  - {id: e, name: E, email: e@x, roles: [], identities: {login: sso-7}}
                """))
                .anySatisfy(fault -> assertThat(fault).contains("people[1].identities.login: is that of a"))
                .anySatisfy(fault -> assertThat(fault).contains("people[2].identities.login: is that of b"))
                .anySatisfy(fault -> assertThat(fault).contains("people[4].identities.login: is that of d"))
                .hasSize(3);
    }

    @Test
    void anEmailAddressIsThatOfOnePerson() throws IOException {
        assertThat(faults("""
                people:
                  - {id: a, name: A, email: a@x, roles: []}
                  - {id: b, name: B, email: A@x, roles: []}
                """)).singleElement().asString().contains("people[1].email: is that of a");
    }

    private List<StaffMember> people(String text) throws IOException {
        return files(text).contents().read().directory().people();
    }

    private List<String> faults(String text) throws IOException {
        RuleFiles files = files(text);
        return catchThrowableOfType(
                        ConfigException.class, () -> files.contents().read())
                .problems()
                .stream()
                .map(Object::toString)
                .toList();
    }

    private RuleFiles files(String text) throws IOException {
        Files.writeString(directory.resolve("directory.yaml"), text);
        return new RuleFiles(Optional.of(directory));
    }
}
