-- Where an account is placed, also one without a score, and what it waits for. A row from before has it after its next step.
alter table account_state
    -- key of the milestone that its stage waits for next
    add column waits_for   text,
    -- since when it waits; where no milestone is waited for, since when its stage lasts
    add column waits_since timestamptz,
    -- when the stage has taken as long as it should, and when that is called a stall
    add column target_at   timestamptz,
    add column stalls_at   timestamptz;
