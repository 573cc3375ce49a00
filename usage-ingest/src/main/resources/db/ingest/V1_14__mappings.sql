-- Mappings that bulk uploads may name: which of their columns becomes which of our fields. YAML, as it came.
create table mapping (
    name       text        primary key,
    content    text        not null,
    changed_at timestamptz not null,
    changed_by text        not null
);
