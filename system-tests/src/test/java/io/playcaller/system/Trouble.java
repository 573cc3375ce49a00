package io.playcaller.system;

/** What is wrong with a customer of the story, and what must come of it: one task of this play, for this person's role. */
enum Trouble {
    NONE("", ""),
    DETRACTOR("detractor", "csm"),
    MILESTONE_MISSED("milestone-missed", "onboarding"),
    SEVERE_TICKET("severe-ticket", "csm");

    private final String play;
    private final String role;

    Trouble(String play, String role) {
        this.play = play;
        this.role = role;
    }

    String play() {
        return play;
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
