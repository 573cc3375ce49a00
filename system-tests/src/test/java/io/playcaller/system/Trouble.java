package io.playcaller.system;

import java.util.List;

/** What is wrong with a customer of the story, and what must come of it: one task of each of these titles, for this person's role. */
enum Trouble {
    NONE("", List.of()),
    DETRACTOR("csm", List.of("Detractor")),
    MILESTONE_MISSED("onboarding", List.of("Milestone missed")),
    SEVERE_TICKET("csm", List.of("Severe ticket", "Keep the customer told of a severe ticket"));

    private final String role;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> tasks;

    Trouble(String role, List<String> tasks) {
        this.role = role;
        this.tasks = tasks;
    }

    List<String> tasks() {
        return tasks;
    }

    /** Who has it, by role on the account; a role that nobody holds there falls back to the csm. */
    String role() {
        return role;
    }

    static Trouble of(int customer) {
        return switch (customer % 8) {
            case 1 -> DETRACTOR;
            case 3 -> MILESTONE_MISSED;
            case 5 -> SEVERE_TICKET;
            default -> NONE;
        };
    }
}
