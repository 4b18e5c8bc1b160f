-- That somebody is written to about a confidential case says too much already: who may read the outbox sees nothing of such
-- a letter, not even where there is no mail server.
alter table mail.letter add column confidential boolean not null default false;
drop policy looked_after on mail.letter;
create policy looked_after on mail.letter for select
  using ((select walls.everywhere('READ_OUTBOX')) and not confidential);
comment on policy looked_after on mail.letter is
  '送信メールを見る権限のある人が、宛先と件名と状態を見る。秘密の案件のものは見ない|Addressee, subject and state are seen by those who may read outgoing mail, but never of a letter about a confidential case';
drop policy sent_again on mail.letter;
create policy sent_again on mail.letter for update
  using ((select walls.everywhere('READ_OUTBOX')) and not confidential);
comment on policy sent_again on mail.letter is
  '送信メールを見る権限のある人が、もう一度送る。秘密の案件のものは送らない|Sent again by those who may read outgoing mail, but never a letter about a confidential case';
drop policy last_resort on mail.letter_content;
create policy last_resort on mail.letter_content for select
  using ((select walls.everywhere('READ_OUTBOX')) and (select walls.acts('house-without-mail'))
    and exists (select from mail.letter l where l.id = letter));
comment on policy last_resort on mail.letter_content is
  'メールサーバーのない設置では、送信メールの画面だけがリンクを読める場所になる。見られる通信に限る|Where there is no mail server, the outbox is the only place where a link can be read; for letters that one sees at all';
