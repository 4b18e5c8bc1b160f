-- What a letter says stands apart from who it went to and what became of it, so that a wall can stand between: a sign-in
-- link is for the mailbox it was sent to, and for nobody in the house.
create table mail.letter_content (
  letter uuid primary key references mail.letter on delete cascade,
  secret boolean not null,
  body   text not null
);
insert into mail.letter_content (letter, secret, body)
  select id, secret, body from mail.letter where body is not null;
alter table mail.letter drop column body;

alter table mail.letter enable row level security;
alter table mail.letter force row level security;
alter table mail.letter_content enable row level security;
alter table mail.letter_content force row level security;

create policy looked_after on mail.letter for select
  using ((select walls.everywhere('READ_OUTBOX')));
comment on policy looked_after on mail.letter is
  '送信メールを見る権限のある人が、宛先と件名と状態を見る|Addressee, subject and state are seen by those who may read outgoing mail';
create policy sent_again on mail.letter for update
  using ((select walls.everywhere('READ_OUTBOX')));
comment on policy sent_again on mail.letter is
  '送信メールを見る権限のある人が、もう一度送る|Sent again by those who may read outgoing mail';
create policy carried on mail.letter
  using ((select walls.acts('post')));
comment on policy carried on mail.letter is
  '郵便係が受け取り、届ける|Taken in and delivered by the post';
create policy opened_in_a_demonstration on mail.letter for select
  using ((select walls.acts('demonstration-mailbox')));
comment on policy opened_in_a_demonstration on mail.letter is
  '実演でだけ、番号を知らされた人が開く|In a demonstration only, opened by whoever was told its number';

create policy read_when_no_secret on mail.letter_content for select
  using ((select walls.everywhere('READ_OUTBOX')) and not secret);
comment on policy read_when_no_secret on mail.letter_content is
  '秘密のない本文を、送信メールを見る権限のある人が見る|What holds no secret is seen by those who may read outgoing mail';
create policy carried on mail.letter_content
  using ((select walls.acts('post')));
comment on policy carried on mail.letter_content is
  '郵便係が受け取り、届け、届けたら秘密を消す|Taken in and delivered by the post, which erases secrets afterwards';
create policy opened_in_a_demonstration on mail.letter_content for select
  using ((select walls.acts('demonstration-mailbox')));
comment on policy opened_in_a_demonstration on mail.letter_content is
  '実演でだけ、番号を知らされた人が開く|In a demonstration only, opened by whoever was told its number';
create policy last_resort on mail.letter_content for select
  using ((select walls.everywhere('READ_OUTBOX')) and (select walls.acts('house-without-mail')));
comment on policy last_resort on mail.letter_content is
  'メールサーバーのない設置では、送信メールの画面だけがリンクを読める場所になる|Where there is no mail server, the outbox is the only place where a link can be read';
