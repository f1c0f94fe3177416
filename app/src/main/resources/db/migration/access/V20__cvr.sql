-- The number a company has in the Danish register: eight digits, checked by their weights. Two companies may share a name; this tells them apart.
alter table company add column cvr text check (cvr ~ '^[0-9]{8}$');
