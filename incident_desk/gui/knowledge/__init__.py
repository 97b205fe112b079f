"""The page Knowledge: problems, articles, improvements and hazards, and the incidents each comes from."""
