"""What a chart or diagram shows, worked out once as plain shapes; screen and paper only draw them."""
