-- Staff read cases newest first. Without an order of their own, all cases of a scheme were read and sorted for each page.
create index case_file_in_order on scheme.case_file (scheme, received_at desc, id desc);
