package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnmatchedTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whoGetsWorkAndIsUnknownToAToolThatOthersHaveIsUnmatched() {
        Directory directory = new Directory(List.of(
                person("ana", Set.of("csm"), new Contact(Map.of("slack", "U1"), List.of())),
                person("ben", Set.of("csm"), Contact.BY_EMAIL),
                person("cleo", Set.of("csm"), new Contact(Map.of(), List.of("mail"))),
                person("dan", Set.of(), Contact.BY_EMAIL)));

        assertThat(Unmatched.in(directory, NOW)).singleElement().satisfies(unmatched -> {
            assertThat(unmatched.person().staffId()).isEqualTo("ben");
            assertThat(unmatched.tool()).isEqualTo("slack");
        });
    }

    @Test
    void aStatedLoginIsNoToolThatOthersMissAnIdIn() {
        Directory directory = new Directory(List.of(
                person("ana", Set.of("csm"), new Contact(Map.of("login", "ana.lima@sso.example.com"), List.of())),
                person("ben", Set.of("csm"), Contact.BY_EMAIL)));

        assertThat(Unmatched.in(directory, NOW)).isEmpty();
    }

    private static StaffMember person(String staffId, Set<String> pools, Contact contact) {
        StaffMember plain =
                Somebody.called(staffId).pools(pools.toArray(String[]::new)).build();
        return new StaffMember(
                plain.staffId(),
                plain.name(),
                plain.email(),
                plain.roles(),
                plain.place(),
                plain.abilities(),
                plain.time(),
                contact);
    }
}
