-- Walls around confidential records. The platform says at the beginning of each transaction on whose behalf it asks; row
-- policies read it through these. A transaction that was told nothing sees what everybody may see: every answer here is
-- then null, false or empty, and no policy lets anything through for that.
create schema walls;

-- The person who asks.
create function walls.person() returns uuid stable parallel safe language sql
return nullif(current_setting('tsukasa.person', true), '')::uuid;

-- Whether the person has a permission over the whole agency.
create function walls.everywhere(permission text) returns boolean stable parallel safe language sql
return coalesce((permission || '/*') = any (string_to_array(current_setting('tsukasa.powers', true), ' ')), false);

-- For which departments the person has a permission.
create function walls.departments(permission text) returns text[] stable parallel safe language sql
return array(
  select split_part(power, '/', 2)
    from unnest(string_to_array(current_setting('tsukasa.powers', true), ' ')) as power
   where split_part(power, '/', 1) = permission and split_part(power, '/', 2) <> '*');

-- Whether one of these is at work: what the platform does by itself, under a name.
create function walls.acts(variadic names text[]) returns boolean stable parallel safe language sql
return coalesce(string_to_array(current_setting('tsukasa.actors', true), ' ') && names, false);
