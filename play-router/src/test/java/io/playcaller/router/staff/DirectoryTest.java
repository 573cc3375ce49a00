package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final Directory directory = TestRules.read().directory();

    @Test
    void aSubjectIsAStaffIdFirstAndThenAnAddress() {
        // Given somebody whose id is the address of another
        StaffMember ana = Somebody.called("ana").build();
        StaffMember odd = Somebody.called(ana.email()).build();
        Directory both = new Directory(List.of(ana, odd));

        assertThat(both.ofSubject(ana.email())).contains(odd);
        assertThat(both.ofSubject(ana.email().toUpperCase(Locale.ROOT))).contains(ana);
        assertThat(both.ofSubject("ana")).contains(ana);
        assertThat(both.ofSubject("stranger")).isEmpty();
    }

    @Test
    void aTeamIsWhoeverHasThemAboveAndThemselves() {
        assertThat(directory.teamOf("lea"))
                .extracting(StaffMember::staffId)
                .containsExactlyInAnyOrder("lea", "ana", "ben", "eve");
        assertThat(directory.teamOf("vera")).hasSameSizeAs(directory.people());
        assertThat(directory.teamOf("ana")).extracting(StaffMember::staffId).containsExactly("ana");
        assertThat(directory.teamOf("stranger")).isEmpty();
    }
}
