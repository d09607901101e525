console.log('council-server');
