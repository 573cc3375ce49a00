package io.playcaller.router.delivery.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.delivery.ToolTask.State;
import io.playcaller.router.delivery.ToolTasks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SalesforceTaskTest {

    private static final UUID TASK = new UUID(1, 1);

    private final SalesforceTask words = new SalesforceTask(
            Map.of(State.OPEN, "Neu", State.STARTED, "In Arbeit", State.DONE, "Erledigt", State.DROPPED, "Hinfällig"),
            Map.of(Severity.MEDIUM, "Normal", Severity.HIGH, "Hoch"));

    @Test
    void aTaskHasTheFieldsAndWordsOfTheOrganisation() {
        Map<String, Object> fields = words.fields(ToolTasks.of(TASK).build(), true);

        assertThat(fields)
                .containsEntry("Subject", "Usage fell: Acme")
                .containsEntry("Status", "Neu")
                .containsEntry("Priority", "Hoch")
                .containsEntry("ActivityDate", "2026-03-06")
                .containsEntry("OwnerId", "u-ana")
                .doesNotContainKey("WhatId");
    }

    @Test
    void whatSomebodyEndedThereIsNotOpenedAgain() {
        assertThat(words.fields(ToolTasks.of(TASK).state(State.STARTED).build(), false))
                .doesNotContainKey("Status");
    }

    @Test
    void aStepThatGivesItToNobodyLeavesTheOwnerAsTheyAre() {
        assertThat(words.fields(ToolTasks.of(TASK).comment("It ran out.").build(), true))
                .doesNotContainKey("OwnerId");
    }

    @Test
    void anAccountThatIsCalledAsInSalesforceIsLinked() {
        assertThat(words.fields(ToolTasks.of(TASK).account("0015g00000XyZabAAF").build(), true))
                .containsEntry("WhatId", "0015g00000XyZabAAF");
    }

    @Test
    void severalAreAskedForAtOnce() {
        assertThat(SalesforceTask.question("Key__c", List.of(TASK, new UUID(0, 2))))
                .isEqualTo("SELECT Id, IsClosed, Key__c FROM Task WHERE Key__c IN "
                        + "('00000000-0000-0001-0000-000000000001','00000000-0000-0000-0000-000000000002')");
    }
}
