package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final Directory directory = TestRules.read().directory();

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
